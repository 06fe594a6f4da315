package io.crossline.ingest.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.LineRegistered;
import io.crossline.contracts.Topics;
import io.crossline.datasets.ingestion.BatchTarget;
import io.crossline.datasets.ingestion.ImagesRefusedException;
import io.crossline.datasets.ingestion.LineAppearance;
import io.crossline.datasets.ingestion.PublishedBatch;
import io.crossline.ingest.messaging.PublishedIndex.Position;

/**
 * Publishes batches to {@code images.captured}, key: line, so that the batches of a line stay in order. A batch whose id is
 * on the topic already is not sent again; neither is one that is being sent right now.
 */
@ApplicationScoped
public class ImagePublisher implements BatchTarget {

    static final String SOURCE = "ingest-service";
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final CheckedRecords records;
    private final RegisteredLines lines;
    private final Producer<String, byte[]> producer;
    private final Map<BatchKey, CompletableFuture<PublishedBatch>> underWay = new ConcurrentHashMap<>();

    ImagePublisher(CheckedRecords records, RegisteredLines lines, KafkaClients clients) {
        this.records = records;
        this.lines = lines;
        this.producer = clients.producer();
    }

    @Override
    public CompletableFuture<PublishedBatch> publish(ImageBatch batch) {
        records.awaitCaughtUp();
        lines.requireRegistered(batch);
        String id = batch.id();
        BatchKey key = BatchKey.of(id).orElseThrow();
        CompletableFuture<PublishedBatch> mine = new CompletableFuture<>();
        CompletableFuture<PublishedBatch> other = underWay.putIfAbsent(key, mine);
        if (other != null) {
            return other.thenApply(first -> at(id, new Position(first.partition(), first.offset()), true));
        }
        Optional<Position> known = records.index().find(key);
        if (known.isPresent()) {
            underWay.remove(key);
            mine.complete(at(id, known.get(), true));
        } else {
            send(batch, id, key, mine);
        }
        return mine;
    }

    @Override
    public void register(String line, LineAppearance appearance, String spec) {
        lines.change(line, appearance, "ingestion", "Registered anew with the data set " + spec);
    }

    @Override
    public void requireRegistered(String line, LineAppearance appearance) {
        lines.requireRegistered(line, appearance);
    }

    @Override
    public Optional<LineRegistered> registered(String line) {
        return lines.find(line);
    }

    private void send(ImageBatch batch, String id, BatchKey key, CompletableFuture<PublishedBatch> result) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(Topics.IMAGES_CAPTURED, null, batch.line(),
                ImageBatchCodec.encode(batch), CloudEventHeaders.of(batch, SOURCE));
        try {
            producer.send(message, (metadata, failure) -> {
                if (failure == null) {
                    Position position = new Position(metadata.partition(), metadata.offset());
                    records.index().add(key, position);
                    underWay.remove(key);
                    result.complete(at(id, position, false));
                } else {
                    underWay.remove(key);
                    result.completeExceptionally(failure instanceof TopicAuthorizationException
                            ? new ImagesRefusedException(failure)
                            : failure);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            underWay.remove(key);
            result.completeExceptionally(e);
        }
    }

    private static PublishedBatch at(String id, Position position, boolean duplicate) {
        return new PublishedBatch(id, Topics.IMAGES_CAPTURED, position.partition(), position.offset(), duplicate);
    }

    @PreDestroy
    void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}

package io.crossline.bench.worker;

import java.util.concurrent.CompletableFuture;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.Topics;
import io.crossline.datasets.ingestion.BatchTarget;
import io.crossline.datasets.ingestion.PublishedBatch;
import io.crossline.kafka.Producers;

/** Sends batches to {@code images.captured}, with the producer of the ingest service, and looks for no duplicates. */
final class CapturedTopic implements BatchTarget, AutoCloseable {

    private final Producer<String, byte[]> producer;

    CapturedTopic(Kafka kafka) {
        this.producer = Producers.openForImages(kafka.properties());
    }

    @Override
    public CompletableFuture<PublishedBatch> publish(ImageBatch batch) {
        String id = batch.id();
        CompletableFuture<PublishedBatch> published = new CompletableFuture<>();
        producer.send(new ProducerRecord<>(Topics.IMAGES_CAPTURED, null, batch.line(), ImageBatchCodec.encode(batch),
                CloudEventHeaders.of(batch, "bench")), (metadata, failure) -> {
                    if (failure == null) {
                        published.complete(new PublishedBatch(id, metadata.topic(), metadata.partition(),
                                metadata.offset(), false));
                    } else {
                        published.completeExceptionally(failure);
                    }
                });
        return published;
    }

    @Override
    public void close() {
        producer.close();
    }
}

package io.crossline.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.crossline.contracts.CapturedRecords;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;
import io.crossline.contracts.LineRegistered;
import io.crossline.contracts.Topics;

/**
 * What every line is registered with, as {@link Topics#LINES_REGISTERED} has it. Of two registrations with the same version, which two
 * replicas may have written at once, the first one in the topic counts for every reader.
 */
public final class LineRegistry implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, LineRegistered> lines = new ConcurrentHashMap<>();
    private final Consumer<LineRegistered> listener;
    private final TopicView view;

    private LineRegistry(Map<String, Object> connection, Consumer<LineRegistered> listener) {
        this.listener = listener;
        this.view = TopicView.start(Topics.LINES_REGISTERED, connection, this::take);
    }

    /** @param connection Kafka's client properties: addresses, security */
    public static LineRegistry open(Map<String, Object> connection) {
        return open(connection, registered -> {
        });
    }

    /** @param listener takes every registration that counts, in the order of the topic */
    public static LineRegistry open(Map<String, Object> connection, Consumer<LineRegistered> listener) {
        return new LineRegistry(connection, listener);
    }

    public Optional<LineRegistered> find(String line) {
        return Optional.ofNullable(lines.get(line));
    }

    /**
     * @throws InvalidFieldException if the batch is not as its line is registered; a line that is not registered yet takes every batch
     */
    public void requireRegistered(ImageBatch batch) {
        find(batch.line()).ifPresent(registered -> registered.requireFits(batch));
    }

    /**
     * Decodes a captured record and holds it against its line's registration. What the ingest service rejects is used by no service.
     *
     * @throws InvalidFieldException if the record breaks the contract, or the batch is not as its line is registered
     */
    public ImageBatch decode(ConsumerRecord<String, byte[]> captured) {
        ImageBatch batch = CapturedRecords.decode(captured);
        requireRegistered(batch);
        return batch;
    }

    /** Waits until all registrations that are there now are known. */
    public void catchUp() {
        view.catchUp(PATIENCE);
    }

    /** Why registrations cannot be read at present; empty if they can. */
    public Optional<String> failure() {
        return view.failure();
    }

    @Override
    public void close() {
        view.close();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        LineRegistered registered = Json.decode(record.value(), LineRegistered.class);
        LineRegistered counts = lines.merge(registered.line(), registered,
                (before, now) -> now.version() > before.version() ? now : before);
        if (counts == registered) {
            listener.accept(registered);
        }
    }
}

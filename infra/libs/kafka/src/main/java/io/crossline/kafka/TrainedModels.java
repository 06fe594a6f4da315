package io.crossline.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

import io.crossline.contracts.Topics;

/**
 * Finds model archives on {@link Topics#MODELS_TRAINED} by their version. Remembers where each one lies, not its bytes. Of several records of
 * a version the first one counts; one that compaction has removed is found again, as the next one, after the next start only.
 * Threads take turns.
 */
public final class TrainedModels implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final RangeReader reader;
    private final TopicView view;

    private TrainedModels(Map<String, Object> connection) {
        this.reader = RangeReader.openForSingleRecords(connection);
        this.view = TopicView.start(Topics.MODELS_TRAINED, connection, this::remember);
    }

    /** @param connection Kafka's client properties: addresses, security */
    public static TrainedModels open(Map<String, Object> connection) {
        return new TrainedModels(connection);
    }

    /**
     * @return the archive's bytes, unchecked; empty where there is no such model
     * @throws TimeoutException if the broker does not answer
     */
    public synchronized Optional<byte[]> find(String modelVersion) {
        view.catchUp(PATIENCE);
        return Optional.ofNullable(places.get(modelVersion))
                .flatMap(place -> reader.record(new TopicPartition(Topics.MODELS_TRAINED, place.partition()),
                        place.offset()))
                .map(ConsumerRecord::value);
    }

    @Override
    public synchronized void close() {
        view.close();
        reader.close();
    }

    private void remember(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            places.remove(record.key());
        } else {
            // the first archive of a version counts until it is withdrawn
            places.putIfAbsent(record.key(), new Place(record.partition(), record.offset()));
        }
    }

    private record Place(int partition, long offset) {}
}

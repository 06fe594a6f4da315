package io.crossline.contracts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Finds model archives on {@link Topics#MODELS_TRAINED} by their version. Remembers where each one lies, not its bytes.
 * Threads take turns.
 */
public final class TrainedModels implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final TopicScan scan;
    private final Map<String, Place> places = new HashMap<>();

    public TrainedModels(Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
        this.scan = new TopicScan(consumers.get(), Topics.MODELS_TRAINED);
    }

    /** @param config of the connection ({@code bootstrap.servers}, security); what reading needs is added */
    public static TrainedModels open(Map<String, Object> config) {
        return new TrainedModels(() -> TopicScan.consumer(config));
    }

    /**
     * @return the archive's bytes, unchecked; empty where there is no such model
     * @throws TimeoutException if the broker does not answer
     */
    public synchronized Optional<byte[]> find(String modelVersion) {
        scan.catchUp(this::remember);
        Place place = places.get(modelVersion);
        return place == null ? Optional.empty() : Optional.of(read(place, modelVersion));
    }

    @Override
    public synchronized void close() {
        scan.close();
    }

    private void remember(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            places.remove(record.key());
        } else {
            places.put(record.key(), new Place(record.partition(), record.offset()));
        }
    }

    private byte[] read(Place place, String modelVersion) {
        TopicPartition partition = new TopicPartition(Topics.MODELS_TRAINED, place.partition());
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, place.offset());
            long start = System.nanoTime();
            while (System.nanoTime() - start < PATIENCE.toNanos()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (modelVersion.equals(record.key())) {
                        return record.value();
                    }
                }
            }
        }
        throw new TimeoutException("The broker did not send model " + modelVersion + " within "
                + PATIENCE.toSeconds() + " s");
    }

    private record Place(int partition, long offset) {}
}

package io.crossline.training.dataset;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Topics;
import io.crossline.training.trainer.LabelledImages;

/** Reads a source set as it came back in the target's look: waits until all of it has come, or takes what is there. */
public final class TranslatedReader {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private final Map<String, Object> settings;
    private final Duration patience;

    /**
     * @param broker Kafka's client properties of the connection
     * @param patience how long no further batch may come before the waiting ends with an error
     */
    public TranslatedReader(Map<String, Object> broker, Duration patience) {
        this.settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.patience = patience;
    }

    /**
     * Waits for translations that come.
     *
     * @param generatorVersion only images that this generator made
     * @param since when the generator was published; nothing older is read
     * @param sources the batches whose translations are awaited; the images come in this order
     * @throws UnusableDataException if no further batch comes for too long
     */
    public LabelledImages await(String generatorVersion, Instant since, List<BatchPosition> sources, ImageShape shape,
            List<String> classNames, TranslationListener listener) {
        return read(new WantedTranslations(generatorVersion, shape, classNames, sources), since, listener,
                (consumer, done, expected, movedAt) -> {
                    if (System.nanoTime() - movedAt > patience.toNanos()) {
                        throw new UnusableDataException(timedOut(generatorVersion, done, expected));
                    }
                });
    }

    /**
     * Reads translations that are on the bus already; as {@link #await} otherwise.
     *
     * @throws UnusableDataException if some are not there
     */
    public LabelledImages find(String generatorVersion, Instant since, List<BatchPosition> sources, ImageShape shape,
            List<String> classNames, TranslationListener listener) {
        return read(new WantedTranslations(generatorVersion, shape, classNames, sources), since, listener,
                (consumer, done, expected, movedAt) -> {
                    if (isAtEnd(consumer)) {
                        throw new UnusableDataException("Of the images translated by " + generatorVersion + ", " + done
                                + " of " + expected + " batches are on the bus.");
                    }
                });
    }

    /** Ends the reading with an exception where nothing came and there is no use in going on. */
    private interface Impatience {
        void nothingCame(Consumer<String, byte[]> consumer, int done, int expected, long movedAt);
    }

    private LabelledImages read(WantedTranslations wanted, Instant since, TranslationListener listener,
            Impatience impatience) {
        int expected = wanted.expected();
        try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            seek(consumer, since.minus(CLOCK_SKEW));
            long movedAt = System.nanoTime();
            while (wanted.found() < expected) {
                int before = wanted.found();
                consumer.poll(POLL).forEach(wanted::take);
                listener.translated(wanted.found(), expected);
                if (wanted.found() > before) {
                    movedAt = System.nanoTime();
                } else {
                    impatience.nothingCame(consumer, wanted.found(), expected, movedAt);
                }
            }
        }
        return wanted.images();
    }

    private static boolean isAtEnd(Consumer<String, byte[]> consumer) {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void seek(Consumer<String, byte[]> consumer, Instant since) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.IMAGES_TRANSLATED).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        consumer.assign(partitions);
        // The ends first: a record that arrives meanwhile is then behind one of both answers.
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, since.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(times);
        partitions.forEach(partition -> {
            OffsetAndTimestamp offset = offsets.get(partition);
            consumer.seek(partition, offset == null ? ends.get(partition) : offset.offset());
        });
    }

    private String timedOut(String generatorVersion, int done, int expected) {
        return "Waited " + patience.toSeconds() + " s for images translated by " + generatorVersion + ": " + done
                + " of " + expected + " batches have come. "
                + (done == 0
                        ? "Check that the evaluation service runs (it accepts generators) and then the translation service."
                        : "Check that the translation service still runs.");
    }
}

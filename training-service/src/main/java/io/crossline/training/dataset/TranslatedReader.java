package io.crossline.training.dataset;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Topics;
import io.crossline.training.trainer.LabelledImages;

/** Waits until every batch of a source set has come back in the target's look, and gives the translated set. */
public final class TranslatedReader {

    private static final Logger LOG = LoggerFactory.getLogger(TranslatedReader.class);
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
     * @param generatorVersion only images that this generator made
     * @param since when the generator was published; nothing older is read
     * @param sources the batches whose translations are awaited; the images come in this order
     * @throws UnusableDataException if no further batch comes for too long
     */
    public LabelledImages await(String generatorVersion, Instant since, List<BatchPosition> sources, ImageShape shape,
            List<String> classNames, TranslationListener listener) {
        Map<BatchPosition, LabelMapping.Mapped> translated = new HashMap<>();
        Set<BatchPosition> expected = new HashSet<>(sources);
        LabelMapping mapping = new LabelMapping(classNames);
        try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            seek(consumer, since.minus(CLOCK_SKEW));
            long movedAt = System.nanoTime();
            while (translated.size() < expected.size()) {
                int before = translated.size();
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (isOf(generatorVersion, record)) {
                        take(record, shape, mapping, expected, translated);
                    }
                }
                listener.translated(translated.size(), expected.size());
                if (translated.size() > before) {
                    movedAt = System.nanoTime();
                } else if (System.nanoTime() - movedAt > patience.toNanos()) {
                    throw new UnusableDataException(timedOut(generatorVersion, translated.size(), expected.size()));
                }
            }
        }
        LabelledImages images = new LabelledImages(shape, classNames.size());
        sources.stream().distinct().map(translated::get)
                .forEach(mapped -> images.add(mapped.pixels(), mapped.labels()));
        return images;
    }

    private static boolean isOf(String generatorVersion, ConsumerRecord<String, byte[]> record) {
        return CloudEventHeaders.value(record.headers(), CloudEventHeaders.GENERATOR)
                .map(generatorVersion::equals).orElse(false);
    }

    private static void take(ConsumerRecord<String, byte[]> record, ImageShape shape, LabelMapping mapping,
            Set<BatchPosition> expected, Map<BatchPosition, LabelMapping.Mapped> translated) {
        try {
            if (!(ImageBatchCodec.decode(record.value()) instanceof LabelledBatch batch)
                    || batch.origin().translation() == null || !batch.images().shape().equals(shape)) {
                LOG.warn("Translated batch {}-{}@{} is left out: expected labelled images of {} with their origin",
                        record.topic(), record.partition(), record.offset(), shape);
                return;
            }
            BatchPosition source = BatchPosition.of(batch.origin().translation());
            if (expected.contains(source)) {
                translated.putIfAbsent(source, mapping.map(batch));
            }
        } catch (InvalidFieldException e) {
            LOG.warn("Translated batch {}-{}@{} is left out: {}", record.topic(), record.partition(), record.offset(),
                    e.getMessage());
        }
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

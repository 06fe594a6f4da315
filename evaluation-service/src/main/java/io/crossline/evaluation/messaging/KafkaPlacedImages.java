package io.crossline.evaluation.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.evaluation.drift.ImagePlace;
import io.crossline.evaluation.scoring.PlacedImage;
import io.crossline.evaluation.scoring.PlacedImages;
import io.smallrye.common.annotation.Identifier;

/** Single images by the offset of their batch; a batch is read once, whatever number of its images is wanted. */
@ApplicationScoped
public class KafkaPlacedImages implements PlacedImages {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The broker sends a whole record all the same; what follows it is not wanted. */
    private static final int FETCH_BYTES = 1;

    private final Map<String, Object> settings;

    KafkaPlacedImages(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    }

    /** @throws TimeoutException if the broker sends nothing for half a minute */
    @Override
    public Map<ImagePlace, PlacedImage> read(String line, Collection<ImagePlace> places) {
        Map<ImagePlace, PlacedImage> found = new HashMap<>();
        if (places.isEmpty()) {
            return found;
        }
        Map<TopicPartition, Map<Long, List<ImagePlace>>> wanted = new HashMap<>();
        places.forEach(place -> wanted
                .computeIfAbsent(new TopicPartition(place.topic(), place.partition()), p -> new TreeMap<>())
                .computeIfAbsent(place.offset(), offset -> new ArrayList<>()).add(place));
        try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            wanted.forEach((partition, offsets) -> {
                consumer.assign(List.of(partition));
                long first = consumer.beginningOffsets(List.of(partition)).get(partition);
                long end = consumer.endOffsets(List.of(partition)).get(partition);
                offsets.forEach((offset, images) -> {
                    if (first <= offset && offset < end) {
                        record(consumer, partition, offset).flatMap(record -> batch(line, record))
                                .ifPresent(batch -> take(batch, images, found));
                    }
                });
            });
        }
        return found;
    }

    private static Optional<ConsumerRecord<String, byte[]>> record(Consumer<String, byte[]> consumer,
            TopicPartition partition, long offset) {
        consumer.seek(partition, offset);
        long began = System.nanoTime();
        while (consumer.position(partition) <= offset) {
            try {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() == offset) {
                        return Optional.of(record);
                    }
                }
            } catch (OffsetOutOfRangeException e) {
                return Optional.empty(); // retention was faster
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new TimeoutException("The broker sent nothing of " + partition + " at offset " + offset + " for "
                        + PATIENCE.toSeconds() + " s");
            }
        }
        return Optional.empty();
    }

    private static Optional<ImageBatch> batch(String line, ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.ofNullable(record.value()).map(ImageBatchCodec::decode)
                    .filter(batch -> batch.line().equals(line));
        } catch (InvalidFieldException e) {
            return Optional.empty();
        }
    }

    private static void take(ImageBatch batch, List<ImagePlace> wanted, Map<ImagePlace, PlacedImage> into) {
        for (ImagePlace place : wanted) {
            if (place.image() < batch.images().count()) {
                into.put(place, new PlacedImage(batch.images().shape(), batch.images().image(place.image())));
            }
        }
    }
}

package io.crossline.evaluation.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.evaluation.scoring.PlacedImage;
import io.crossline.evaluation.scoring.PlacedImages;
import io.crossline.kafka.RangeReader;
import io.crossline.monitoring.drift.ImagePlace;
import io.smallrye.common.annotation.Identifier;

/** Single images by the offset of their batch; a batch is read once, whatever number of its images is wanted. */
@ApplicationScoped
public class KafkaPlacedImages implements PlacedImages {

    private final Map<String, Object> kafka;

    KafkaPlacedImages(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /** @throws TimeoutException if the broker sends nothing for a minute */
    @Override
    public Map<ImagePlace, PlacedImage> read(String line, Collection<ImagePlace> places) {
        Map<ImagePlace, PlacedImage> found = new HashMap<>();
        if (places.isEmpty()) {
            return found;
        }
        Map<TopicPartition, Map<Long, List<ImagePlace>>> wanted = new HashMap<>();
        places.stream().filter(place -> !place.isGone()).forEach(place -> wanted
                .computeIfAbsent(new TopicPartition(place.topic(), place.partition()), p -> new TreeMap<>())
                .computeIfAbsent(place.offset(), offset -> new ArrayList<>()).add(place));
        try (RangeReader reader = RangeReader.openForSingleRecords(kafka)) {
            wanted.forEach((partition, offsets) -> offsets
                    .forEach((offset, images) -> reader.record(partition, offset).flatMap(record -> batch(line, record))
                            .ifPresent(batch -> take(batch, images, found))));
        }
        return found;
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

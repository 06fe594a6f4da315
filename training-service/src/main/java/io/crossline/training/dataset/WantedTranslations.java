package io.crossline.training.dataset;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LabelledBatch;

/** The translated batches that a training needs, and those of them found so far. One thread takes records while another waits. */
final class WantedTranslations {

    private static final Logger LOG = LoggerFactory.getLogger(WantedTranslations.class);

    private final String generatorVersion;
    private final ImageShape shape;
    private final List<BatchPosition> sources;
    private final int classes;
    private final LabelMapping mapping;
    private final Set<BatchPosition> expected;
    private final Map<BatchPosition, LabelMapping.Mapped> translated = new HashMap<>();

    /** @param sources the batches whose translations are wanted */
    WantedTranslations(String generatorVersion, ImageShape shape, List<String> classNames,
            List<BatchPosition> sources) {
        this.generatorVersion = generatorVersion;
        this.shape = shape;
        this.sources = sources;
        this.classes = classNames.size();
        this.mapping = new LabelMapping(classNames);
        this.expected = new HashSet<>(sources);
    }

    int expected() {
        return expected.size();
    }

    /**
     * Waits until more batches are found, for a limited time.
     *
     * @return how many are found
     */
    synchronized int awaitMoreThan(int before, Duration longest) {
        try {
            if (translated.size() <= before) {
                wait(longest.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
        return translated.size();
    }

    /** Takes the record if it is one of the wanted. */
    synchronized void take(ConsumerRecord<String, byte[]> record) {
        boolean isOfGenerator = CloudEventHeaders.value(record.headers(), CloudEventHeaders.GENERATOR)
                .map(generatorVersion::equals).orElse(false);
        if (!isOfGenerator) {
            return;
        }
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
                notifyAll();
            }
        } catch (InvalidFieldException e) {
            LOG.warn("Translated batch {}-{}@{} is left out: {}", record.topic(), record.partition(), record.offset(),
                    e.getMessage());
        }
    }

    /** The images, in the order of their sources. */
    synchronized LabelledImages images() {
        LabelledImages images = new LabelledImages(shape, classes);
        sources.stream().distinct().map(translated::get)
                .forEach(mapped -> images.add(mapped.pixels(), mapped.labels()));
        return images;
    }
}

package io.crossline.contracts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a {@link DataSelection} from Kafka: the ranges one after the other, each in offset order, so that the same
 * selection always gives the same batches in the same order.
 *
 * <p>
 * Every record is checked. One that is no batch, or not the batch that the reader needs, is left out and reported; the
 * rest goes on. Joins no consumer group and commits nothing. For one thread at a time; owns its consumer.
 */
public final class SelectionReader implements AutoCloseable {

    /** Longest wait for the next record before the broker is taken for gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final int FETCH_BYTES = 8 * 1024 * 1024;
    /** What is read is on the bus already. A longer wait only delays the end: closing waits for the fetch under way. */
    private static final int FETCH_WAIT_MILLIS = 20;

    private final Consumer<String, byte[]> consumer;
    private final BatchCheck check;

    public SelectionReader(Consumer<String, byte[]> consumer, BatchCheck check) {
        this.consumer = consumer;
        this.check = check;
    }

    /** @param config of the connection ({@code bootstrap.servers}, security); what reading needs is added */
    public static SelectionReader open(Map<String, Object> config, BatchCheck check) {
        Map<String, Object> settings = new HashMap<>(config);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        return new SelectionReader(
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()), check);
    }

    /** All batches, with their labels where they have some. */
    public SelectionReport read(DataSelection selection,
            java.util.function.Consumer<SelectedBatch<ImageBatch>> batches) {
        return read(selection, batch -> batch, batches);
    }

    /** The labelled batches; an unlabelled one is reported as skipped. */
    public SelectionReport readLabelled(DataSelection selection,
            java.util.function.Consumer<SelectedBatch<LabelledBatch>> batches) {
        return read(selection, SelectionReader::labelled, batches);
    }

    /** All batches, without labels even where they have some: all that a trainer may see of a target line. */
    public SelectionReport readUnlabelled(DataSelection selection,
            java.util.function.Consumer<SelectedBatch<UnlabelledBatch>> batches) {
        return read(selection, ImageBatch::withoutLabels, batches);
    }

    @Override
    public void close() {
        consumer.close();
    }

    /**
     * @throws SelectionUnavailableException if a range is not whole on the bus any more, or not yet
     * @throws TimeoutException if the broker sends nothing for a minute
     */
    private <B extends ImageBatch> SelectionReport read(DataSelection selection, Function<ImageBatch, B> view,
            java.util.function.Consumer<SelectedBatch<B>> batches) {
        Reading<B> reading = new Reading<>(selection, view, batches);
        for (OffsetRange range : selection.ranges()) {
            if (range.fromOffset() < range.toOffset()) {
                read(range, reading);
            }
        }
        return reading.report();
    }

    private void read(OffsetRange range, Reading<?> reading) {
        TopicPartition partition = new TopicPartition(range.topic(), range.partition());
        consumer.assign(List.of(partition));
        requireOnBus(range, partition);
        consumer.seek(partition, range.fromOffset());
        long lastProgress = System.nanoTime();
        long position = range.fromOffset();
        while (position < range.toOffset()) {
            for (ConsumerRecord<String, byte[]> record : poll(range)) {
                if (record.offset() < range.toOffset()) {
                    reading.accept(record);
                }
            }
            long reached = consumer.position(partition);
            if (reached > position) {
                position = reached;
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > PATIENCE.toNanos()) {
                throw new TimeoutException("The broker sent nothing of " + range + " after offset " + position
                        + " for " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    private void requireOnBus(OffsetRange range, TopicPartition partition) {
        long first = consumer.beginningOffsets(List.of(partition)).get(partition);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        if (range.fromOffset() < first) {
            throw new SelectionUnavailableException("The topic's retention has deleted part of " + range
                    + ": the first offset left is " + first + ". Ingest the images again.");
        }
        if (range.toOffset() > end) {
            throw new SelectionUnavailableException(
                    range + " ends after the partition does, at " + end + ". Was the topic made anew?");
        }
    }

    private Iterable<ConsumerRecord<String, byte[]>> poll(OffsetRange range) {
        try {
            return consumer.poll(POLL);
        } catch (OffsetOutOfRangeException e) {
            throw new SelectionUnavailableException("The topic's retention deleted part of " + range
                    + " while it was read. Ingest the images again.", e);
        }
    }

    private static LabelledBatch labelled(ImageBatch batch) {
        if (batch instanceof LabelledBatch labelled) {
            return labelled;
        }
        throw new InvalidFieldException("labels", "must not be missing: a labelled batch is needed here");
    }

    /** One pass over a selection: filters, decodes, drops duplicates, counts. */
    private final class Reading<B extends ImageBatch> {

        private final DataSelection selection;
        private final Function<ImageBatch, B> view;
        private final java.util.function.Consumer<SelectedBatch<B>> batches;
        private final Set<String> seen = new HashSet<>();
        private final List<SkippedRecord> skipped = new ArrayList<>();
        private int duplicates;
        private long images;

        Reading(DataSelection selection, Function<ImageBatch, B> view,
                java.util.function.Consumer<SelectedBatch<B>> batches) {
            this.selection = selection;
            this.view = view;
            this.batches = batches;
        }

        void accept(ConsumerRecord<String, byte[]> record) {
            if (headersExclude(record.headers())) {
                return;
            }
            B batch = decode(record);
            if (batch == null) {
                return;
            }
            if (!seen.add(batch.id())) {
                duplicates++;
                return;
            }
            images += batch.images().count();
            batches.accept(new SelectedBatch<>(batch, record.topic(), record.partition(), record.offset()));
        }

        SelectionReport report() {
            return new SelectionReport(seen.size(), images, duplicates, skipped);
        }

        /** A header that is missing excludes nothing: an outside producer need not send it. */
        private boolean headersExclude(Headers headers) {
            return differs(headers, CloudEventHeaders.SUBJECT, selection.line())
                    || differs(headers, CloudEventHeaders.SPLIT, selection.split().id())
                    || selection.dataset() != null
                            && differs(headers, CloudEventHeaders.DATASET, selection.dataset());
        }

        private boolean differs(Headers headers, String name, String expected) {
            return CloudEventHeaders.value(headers, name).map(value -> !value.equals(expected)).orElse(false);
        }

        /** The batch as this pass sees it, or null if it is not in the selection or not usable. */
        private B decode(ConsumerRecord<String, byte[]> record) {
            try {
                ImageBatch batch = ImageBatchCodec.decode(record.value());
                BatchOrigin origin = batch.origin();
                if (!selection.selects(origin.line(), origin.dataset(), origin.split())) {
                    return null;
                }
                check.require(batch);
                return view.apply(batch);
            } catch (InvalidFieldException e) {
                skipped.add(new SkippedRecord(record.topic(), record.partition(), record.offset(), e.getMessage()));
                return null;
            }
        }
    }
}

package io.crossline.kafka;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;

import io.crossline.contracts.BatchCheck;
import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.CapturedRecords;
import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.OffsetRange;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.SelectionKept;
import io.crossline.contracts.UnlabelledBatch;

/**
 * Reads a {@link DataSelection} from Kafka: the ranges one after the other, each in offset order, so that the same
 * selection always gives the same batches in the same order.
 *
 * <p>
 * Where retention has deleted part of the topic, or the topic was made anew, the batches are read from where {@link KeptImages} has kept them.
 *
 * <p>
 * Every record is checked. One that is no batch, or not the batch that the reader needs, is left out and reported; the
 * rest goes on. Joins no consumer group and commits nothing. For one thread at a time; owns its consumer.
 */
public final class SelectionReader implements AutoCloseable {

    private final RangeReader ranges;
    private final Supplier<KeptSelections> openKept;
    private final BatchCheck check;
    private KeptSelections kept;

    SelectionReader(RangeReader ranges, Supplier<KeptSelections> openKept, BatchCheck check) {
        this.ranges = ranges;
        this.openKept = openKept;
        this.check = check;
    }

    /** @param connection Kafka's client properties: addresses, security */
    public static SelectionReader open(Map<String, Object> connection, BatchCheck check) {
        return new SelectionReader(RangeReader.open(connection), () -> KeptSelections.open(connection), check);
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
        ranges.close();
        if (kept != null) {
            kept.close();
        }
    }

    /**
     * @throws SelectionUnavailableException if a range is not whole in Kafka any more, or not yet
     * @throws TimeoutException if the broker sends nothing for a minute
     */
    private <B extends ImageBatch> SelectionReport read(DataSelection selection, Function<ImageBatch, B> view,
            java.util.function.Consumer<SelectedBatch<B>> batches) {
        Reading<B> reading = new Reading<>(selection, view, batches);
        for (OffsetRange range : selection.ranges()) {
            if (range.fromOffset() < range.toOffset()) {
                read(selection, range, reading);
            }
        }
        if (reading.report().images() == 0) {
            // where the topic was made anew, other records lie in the ranges
            selection.ranges().forEach(range -> readKept(selection, range, reading));
        }
        return reading.report();
    }

    /** What retention has deleted of the topic may be kept elsewhere. */
    private void read(DataSelection selection, OffsetRange range, Reading<?> reading) {
        if (!ranges.isCut(range) || !readKept(selection, range, reading)) {
            ranges.read(range, reading::accept);
        }
    }

    /** @return whether the batches of the range are kept */
    private boolean readKept(DataSelection selection, OffsetRange range, Reading<?> reading) {
        Optional<List<SelectionKept.Batch>> elsewhere = kept().covering(selection, range);
        elsewhere.ifPresent(all -> all.forEach(batch -> reading.accept(batch, kept.read(batch))));
        return elsewhere.isPresent();
    }

    private KeptSelections kept() {
        if (kept == null) {
            kept = openKept.get();
        }
        kept.catchUp();
        return kept;
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
            handOn(record.topic(), record.partition(), record.offset(), () -> CapturedRecords.decode(record));
        }

        /** A batch that is kept elsewhere, with the place where it was captured. */
        void accept(SelectionKept.Batch place, ImageBatch batch) {
            handOn(place.topic(), place.partition(), place.offset(), () -> batch);
        }

        private void handOn(String topic, int partition, long offset, Supplier<ImageBatch> content) {
            B batch;
            try {
                ImageBatch decoded = content.get();
                BatchOrigin origin = decoded.origin();
                if (!selection.selects(origin.line(), origin.dataset(), origin.split())) {
                    return;
                }
                check.require(decoded);
                batch = view.apply(decoded);
            } catch (InvalidFieldException e) {
                skipped.add(new SkippedRecord(topic, partition, offset, e.getMessage()));
                return;
            }
            if (!seen.add(batch.id())) {
                duplicates++;
                return;
            }
            images += batch.images().count();
            batches.accept(new SelectedBatch<>(batch, topic, partition, offset));
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
    }
}

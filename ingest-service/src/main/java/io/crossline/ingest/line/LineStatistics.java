package io.crossline.ingest.line;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.LabelledBatch;

/** Everything known of one line. Not thread-safe: {@link LineBoard} guards it. */
final class LineStatistics {

    private final String line;
    private final Throughput throughput = new Throughput();
    /** Data sets and splits that one batch was looked at of: the others have the same shape and classes. */
    private final Set<String> known = new HashSet<>();
    private long images;
    private long batches;
    private Instant lastCapturedAt = Instant.EPOCH;
    private List<String> classNames = List.of();
    private ImageShape shape;
    private ImageBatch newest;

    LineStatistics(String line) {
        this.line = line;
    }

    void add(CapturedBatch batch) {
        newest = batch.content();
        BatchOrigin origin = newest.origin();
        int count = newest.images().count();
        images += count;
        batches++;
        throughput.add(batch.arrivedAt(), count, Instant.now());
        if (origin.capturedAt().isAfter(lastCapturedAt)) {
            lastCapturedAt = origin.capturedAt();
        }
        if (known.add(origin.dataset() + " " + origin.split())) {
            shape = newest.images().shape();
            if (newest instanceof LabelledBatch labelled) {
                classNames = labelled.labels().classNames();
            }
        }
    }

    ImageBatch newestBatch() {
        return newest;
    }

    LineSummary summary() {
        return new LineSummary(line, images, batches, throughput.imagesPerSecond(Instant.now()), lastCapturedAt,
                classNames, shape);
    }
}

package io.crossline.ingest.line;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.LabelledBatch;

/** Everything known of one line. Not thread-safe: {@link LineBoard} guards it. */
final class LineStatistics {

    private final String line;
    private final Throughput throughput = new Throughput();
    /** Data sets and splits that one batch was decoded of: the others have the same shape and classes. */
    private final Set<String> decoded = new HashSet<>();
    private long images;
    private long batches;
    private Instant lastCapturedAt = Instant.EPOCH;
    private List<String> classNames = List.of();
    private ImageShape shape;
    private byte[] newest;

    LineStatistics(String line) {
        this.line = line;
    }

    void add(CapturedBatch batch) {
        images += batch.images();
        batches++;
        throughput.add(batch.arrivedAt(), batch.images(), Instant.now());
        newest = batch.encoded();
        if (batch.capturedAt().isAfter(lastCapturedAt)) {
            lastCapturedAt = batch.capturedAt();
        }
        if (decoded.add(batch.dataset() + " " + batch.split())) {
            ImageBatch content = newestBatch();
            shape = content.images().shape();
            if (content instanceof LabelledBatch labelled) {
                classNames = labelled.labels().classNames();
            }
        }
    }

    ImageBatch newestBatch() {
        return ImageBatchCodec.decode(newest);
    }

    LineSummary summary() {
        return new LineSummary(line, images, batches, throughput.imagesPerSecond(Instant.now()), lastCapturedAt,
                classNames, shape);
    }
}

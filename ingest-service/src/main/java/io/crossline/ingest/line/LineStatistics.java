package io.crossline.ingest.line;

import java.time.Instant;

import io.crossline.contracts.LineRegistered;
import io.crossline.contracts.RecordChecked;

/** Everything known of one line. Not thread-safe: {@link LineBoard} guards it. */
final class LineStatistics {

    private final String line;
    private final Throughput throughput = new Throughput();
    private long images;
    private long batches;
    private Instant lastCapturedAt = Instant.EPOCH;
    private LineRegistered registered;
    private RecordChecked newest;
    private long rejected;
    private RecordChecked lastRejected;

    LineStatistics(String line) {
        this.line = line;
    }

    void registered(LineRegistered now) {
        registered = now;
    }

    void accepted(RecordChecked checked) {
        newest = checked;
        int count = checked.batch().images();
        images += count;
        batches++;
        throughput.add(checked.recordedAt(), count, Instant.now());
        if (checked.batch().capturedAt().isAfter(lastCapturedAt)) {
            lastCapturedAt = checked.batch().capturedAt();
        }
    }

    void rejected(RecordChecked checked) {
        rejected++;
        lastRejected = checked;
    }

    RecordChecked newest() {
        return newest;
    }

    LineSummary summary() {
        return LineSummary.of(line, images, batches, throughput.imagesPerSecond(Instant.now()), lastCapturedAt,
                registered, lastRejected == null
                        ? null
                        : new LineSummary.Rejected(rejected, lastRejected.recordedAt(), lastRejected.rejectedFor()));
    }
}

package io.crossline.ingest.line;

import java.time.Instant;
import java.util.List;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.LineRegistered;
import io.crossline.contracts.PictureSettings;

/**
 * What a line has sent, and what it is registered with.
 *
 * @param imagesPerSecond mean over the last ten seconds
 * @param lastCapturedAt newest capture time; 1970 if nothing has come
 * @param classNames that it is registered with; empty if nothing was labelled
 * @param shape that it is registered with
 * @param pictures how images are made of its picture files
 * @param version of the registration; one more for each change
 * @param rejected records of the line that broke the contract; null if there is none
 */
public record LineSummary(String line, long imagesTotal, long batchesTotal, double imagesPerSecond,
        Instant lastCapturedAt, List<String> classNames, ImageShape shape, PictureSettings pictures, int version,
        Rejected rejected) {

    /**
     * @param records how many, from the start of the topic on
     * @param lastAt when the last one came
     * @param lastReason why it was rejected
     */
    public record Rejected(long records, Instant lastAt, String lastReason) {}

    static LineSummary of(String line, long images, long batches, double imagesPerSecond, Instant lastCapturedAt,
            LineRegistered registered, Rejected rejected) {
        return registered == null
                ? new LineSummary(line, images, batches, imagesPerSecond, lastCapturedAt, List.of(), null, null, 0,
                        rejected)
                : new LineSummary(line, images, batches, imagesPerSecond, lastCapturedAt, registered.classNames(),
                        registered.shape(), registered.pictureSettings(), registered.version(), rejected);
    }
}

package io.crossline.evaluation.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.crossline.contracts.FrameCheck;
import io.crossline.evaluation.serving.CameraFault;
import io.crossline.evaluation.serving.UnusableFrame;
import io.crossline.monitoring.drift.ImagePlace;

/**
 * Unusable frames of a line.
 *
 * @param fault of the camera, or null
 * @param hours over which {@code counts} are
 * @param counts frames that each check marked, by its name
 * @param newest first
 */
public record UnusableView(CameraFault fault, int hours, Map<FrameCheck, Long> counts, List<Frame> newest) {

    /**
     * One of them.
     *
     * @param measured value of the check's measure
     * @param limit that the value reached
     * @param partition with {@code topic} and {@code offset} the record of the batch
     * @param image index in the batch, from 0
     * @param picture where the image is as PNG, beside this resource; it is gone when the record is, and null where its topic is
     */
    public record Frame(FrameCheck check, double measured, double limit, String partId, String fileName,
            Instant capturedAt, String topic, int partition, long offset, int image, String picture) {

        static Frame of(UnusableFrame frame) {
            ImagePlace place = frame.place();
            return new Frame(frame.check(), frame.measured(), frame.limit(), frame.partId(), frame.fileName(),
                    frame.capturedAt(), place.topic(), place.partition(), place.offset(), place.image(),
                    PartView.picture(frame.line(), place));
        }
    }
}

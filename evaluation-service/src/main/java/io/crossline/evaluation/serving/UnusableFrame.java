package io.crossline.evaluation.serving;

import java.time.Instant;

import io.crossline.contracts.FrameCheck;
import io.crossline.monitoring.drift.ImagePlace;

/**
 * A frame that no model predicts and nothing learns from.
 *
 * @param measured value of the check's measure
 * @param limit that the value reached
 * @param partId of the part that it was to show, or null
 * @param fileName of the image, or null
 */
public record UnusableFrame(String line, ImagePlace place, FrameCheck check, double measured, double limit,
        String partId, String fileName, Instant capturedAt) {}

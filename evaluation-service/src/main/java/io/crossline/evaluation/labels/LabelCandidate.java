package io.crossline.evaluation.labels;

import java.time.Instant;

import io.crossline.monitoring.drift.ImagePlace;

/**
 * An image that waits for a label.
 *
 * @param modelVersion that predicted it
 * @param predictedClass name of the most probable class
 * @param confidence its probability, 0 to 1
 */
public record LabelCandidate(ImagePlace place, String modelVersion, String predictedClass, double confidence,
        LabelReason why,
        Instant chosenAt) {}

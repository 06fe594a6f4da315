package io.crossline.evaluation.store;

import io.crossline.contracts.Method;

/** The classifier that a method came to. Accuracies are null where a line has no labelled test images. */
public record MethodResult(Method method, String modelVersion, Double sourceAccuracy, Double targetAccuracy,
        double trainSeconds, double imagesPerSecond, String backend) {}

package io.crossline.training.jobs;

import java.util.Map;

/**
 * A finished training.
 *
 * @param networks that it gave; who takes the part closes them
 * @param hyperparameters all of them, by name
 * @param seconds spent in steps, over all interruptions
 * @param imagesPerSecond training images seen a second, of both lines
 */
record TrainedPart<N extends AutoCloseable>(N networks, Map<String, String> hyperparameters, double seconds,
        double imagesPerSecond) {}

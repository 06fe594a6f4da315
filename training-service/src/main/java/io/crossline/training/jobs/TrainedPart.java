package io.crossline.training.jobs;

import java.util.Map;

import io.crossline.training.trainer.Hyperparameters;
import io.crossline.training.trainer.Trainer;

/**
 * What a finished phase of training came to, apart from the networks.
 *
 * @param hyperparameters all of them, by name
 * @param seconds spent in training steps
 * @param images seen, of both lines
 */
record TrainedPart(Map<String, String> hyperparameters, double seconds, long images) {

    /** @param lines of which images go into every step: 1 or 2 */
    static TrainedPart of(Hyperparameters hyperparameters, Trainer<?> trainer, double seconds, int lines) {
        long steps = (long) trainer.epochs() * trainer.stepsPerEpoch();
        return new TrainedPart(hyperparameters.toMap(), seconds, steps * hyperparameters.batch() * lines);
    }

    double imagesPerSecond() {
        return seconds > 0 ? images / seconds : 0;
    }
}

package io.crossline.adaptation.preset;

import java.util.HashMap;
import java.util.Map;

import io.crossline.adaptation.preset.Schedule.Line;
import io.crossline.adaptation.trainer.Hyperparameters;

/**
 * Hyperparameters of one method and how long it trains.
 *
 * @param hyperparameters all but the number of epochs and steps, which {@code schedule} gives
 * @param epochOf line that makes up an epoch of the method: the source line for the classifier's own training, else the target
 */
public record MethodPreset<H extends Record & Hyperparameters>(H hyperparameters, Schedule schedule, Line epochOf) {

    /** The same with some other hyperparameters; names that the method does not have are passed over. */
    MethodPreset<H> with(Map<String, String> values) {
        Map<String, String> known = new HashMap<>(values);
        known.keySet().retainAll(hyperparameters.toMap().keySet());
        return new MethodPreset<>(Hyperparameters.of(hyperparameters, known), schedule, epochOf);
    }

    /** Hyperparameters for lines of these sizes. */
    public H sized(int sourceImages, int targetImages) {
        int epochImages = epochOf == Line.SOURCE ? sourceImages : targetImages;
        Schedule.Epochs epochs = schedule.epochs(hyperparameters.batch(), epochImages, sourceImages, targetImages);
        return Hyperparameters.of(hyperparameters, Map.of("epochs", Integer.toString(epochs.epochs()),
                "maxStepsPerEpoch", Integer.toString(epochs.maxStepsPerEpoch())));
    }
}

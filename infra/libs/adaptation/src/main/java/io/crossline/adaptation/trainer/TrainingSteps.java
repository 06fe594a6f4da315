package io.crossline.adaptation.trainer;

import java.util.List;
import java.util.Map;

/** A method's training step and all that changes in it. */
public interface TrainingSteps extends AutoCloseable {

    /** Takes the next batch and updates the networks once. Returns the batch's losses by name. */
    Map<String, Double> step();

    /** Completes the networks after the last step; done again where a training is resumed after it. */
    default void finish() {
        // most methods are complete then
    }

    /** Images that one step sees, source and target. */
    int imagesPerStep();

    /** Everything that the following steps depend on. */
    List<Stateful> state();

    /** Frees the memory of training, but not the networks trained. */
    @Override
    void close();
}

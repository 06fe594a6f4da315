package io.crossline.training.source;

import java.util.function.BooleanSupplier;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.training.trainer.Checkpoints;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.Trainer;
import io.crossline.training.trainer.TrainingListener;

/** Fine-tunes a classifier on labelled source images that were translated to the target's look. */
public final class FineTuneTrainer implements Trainer<ClassifierNetworks> {

    public FineTuneTrainer(LabelledImages translated, FineTuneHyperparameters hyperparameters, long seed,
            ClassifierNetworks initial) {}

    @Override
    public ClassifierNetworks train(TrainingListener listener, Checkpoints checkpoints, BooleanSupplier cancelled) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int epochs() {
        return 0;
    }

    @Override
    public int stepsPerEpoch() {
        return 0;
    }
}

package io.crossline.training.coral;

import java.util.function.BooleanSupplier;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.training.trainer.Checkpoints;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.Trainer;
import io.crossline.training.trainer.TrainingListener;
import io.crossline.training.trainer.UnlabelledImages;

/** Deep CORAL from a source classifier. */
public final class CoralTrainer implements Trainer<ClassifierNetworks> {

    public CoralTrainer(LabelledImages source, UnlabelledImages target, CoralHyperparameters hyperparameters, long seed,
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

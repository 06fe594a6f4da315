package io.crossline.training.source;

import java.util.function.BooleanSupplier;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.training.trainer.Checkpoints;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.Trainer;
import io.crossline.training.trainer.TrainingListener;

/** Trains the classifier on the source line alone. */
public final class SourceTrainer implements Trainer<ClassifierNetworks> {

    public SourceTrainer(LabelledImages source, SourceHyperparameters hyperparameters, long seed) {}

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

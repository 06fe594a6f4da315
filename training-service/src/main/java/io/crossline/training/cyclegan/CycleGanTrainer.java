package io.crossline.training.cyclegan;

import java.util.function.BooleanSupplier;

import io.crossline.networks.GeneratorNetworks;
import io.crossline.training.trainer.Checkpoints;
import io.crossline.training.trainer.Trainer;
import io.crossline.training.trainer.TrainingListener;
import io.crossline.training.trainer.UnlabelledImages;

/** Trains the generators between two lines' looks. */
public final class CycleGanTrainer implements Trainer<GeneratorNetworks> {

    public CycleGanTrainer(UnlabelledImages source, UnlabelledImages target, CycleGanHyperparameters hyperparameters,
            long seed) {}

    @Override
    public GeneratorNetworks train(TrainingListener listener, Checkpoints checkpoints, BooleanSupplier cancelled) {
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

package io.crossline.training.dann;

import java.util.function.BooleanSupplier;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.training.trainer.Checkpoints;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.Trainer;
import io.crossline.training.trainer.TrainingListener;
import io.crossline.training.trainer.UnlabelledImages;

/** Domain-adversarial training from a source classifier. */
public final class DannTrainer implements Trainer<ClassifierNetworks> {

    public DannTrainer(LabelledImages source, UnlabelledImages target, DannHyperparameters hyperparameters, long seed,
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

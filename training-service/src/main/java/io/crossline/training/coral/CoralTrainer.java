package io.crossline.training.coral;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.training.trainer.BatchSize;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.LoopTrainer;
import io.crossline.training.trainer.TrainingLoop;
import io.crossline.training.trainer.UnlabelledImages;

/** Deep CORAL (Sun and Saenko 2016), from a source classifier. */
public final class CoralTrainer extends LoopTrainer<ClassifierNetworks> {

    /** @param initial parameters to start from; stays unchanged, and is the caller's to close */
    public CoralTrainer(LabelledImages source, UnlabelledImages target, CoralHyperparameters hyperparameters, long seed,
            ClassifierNetworks initial) {
        this(source, target, source.none(), hyperparameters, seed, initial);
    }

    /**
     * @param given images of the target that people labelled: their cross-entropy is added to the loss
     * @param initial parameters to start from; stays unchanged, and is the caller's to close
     */
    public CoralTrainer(LabelledImages source, UnlabelledImages target, LabelledImages given,
            CoralHyperparameters hyperparameters, long seed, ClassifierNetworks initial) {
        this(source, target, given, hyperparameters, seed, initial,
                BatchSize.of(hyperparameters, source.count(), target.count()));
    }

    private CoralTrainer(LabelledImages source, UnlabelledImages target, LabelledImages given,
            CoralHyperparameters hyperparameters,
            long seed, ClassifierNetworks initial, int batch) {
        super(new TrainingLoop(run("coral", given), hyperparameters, seed, target.count(), batch), initial::copy,
                (networks, steps) -> new CoralSteps(source, target, given, batch, hyperparameters, seed, networks,
                        steps),
                ClassifierNetworks::close);
    }
}

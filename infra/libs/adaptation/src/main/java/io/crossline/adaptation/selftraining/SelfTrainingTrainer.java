package io.crossline.adaptation.selftraining;

import java.util.Optional;

import io.crossline.adaptation.trainer.BatchSize;
import io.crossline.adaptation.trainer.ClassMix;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.LoopTrainer;
import io.crossline.adaptation.trainer.TargetLabeller;
import io.crossline.adaptation.trainer.TrainingLoop;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.networks.ClassifierNetworks;

/**
 * Class-balanced self-training (Zou et al. 2018) whose labels keep the target's mix of classes, from a source classifier.
 */
public final class SelfTrainingTrainer extends LoopTrainer<ClassifierNetworks> {

    /**
     * @param mix of the target's classes; empty where nobody has told it
     * @param initial parameters to start from; stays unchanged, and is the caller's to close
     */
    public SelfTrainingTrainer(LabelledImages source, UnlabelledImages target, Optional<ClassMix> mix,
            SelfTrainingHyperparameters hyperparameters, long seed, ClassifierNetworks initial) {
        this(source, target,
                new TargetLabeller(target, mix, seed),
                hyperparameters, seed, initial, BatchSize.of(hyperparameters, source.count(), target.count()));
    }

    private SelfTrainingTrainer(LabelledImages source, UnlabelledImages target, TargetLabeller labeller,
            SelfTrainingHyperparameters hyperparameters, long seed, ClassifierNetworks initial, int batch) {
        super(new TrainingLoop("self-training", hyperparameters, seed, target.count(), batch), initial::copy,
                (networks, steps) -> new SelfTrainingSteps(source, target, labeller, batch, hyperparameters, seed,
                        networks, steps),
                ClassifierNetworks::close);
    }
}

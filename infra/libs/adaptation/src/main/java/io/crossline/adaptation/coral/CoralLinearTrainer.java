package io.crossline.adaptation.coral;

import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.BatchSize;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.LoopTrainer;
import io.crossline.adaptation.trainer.TrainingLoop;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.networks.ClassifierNetworks;

/**
 * Linear CORAL (Sun, Feng and Saenko 2016) on the features of a source classifier: aligns the source's features with the
 * target's in closed form, and trains the label classifier on them. The feature extractor stays as it is.
 */
public final class CoralLinearTrainer extends LoopTrainer<ClassifierNetworks> {

    /** @param initial parameters to start from; stays unchanged, and is the caller's to close */
    public CoralLinearTrainer(LabelledImages source, UnlabelledImages target,
            CoralLinearHyperparameters hyperparameters, long seed, ClassifierNetworks initial) {
        this(source, AdaptationTarget.of(target, source), hyperparameters, seed, initial);
    }

    /**
     * @param target where its mix is told, its features are aligned with all classes alike often
     * @param initial parameters to start from; stays unchanged, and is the caller's to close
     */
    public CoralLinearTrainer(LabelledImages source, AdaptationTarget target,
            CoralLinearHyperparameters hyperparameters, long seed, ClassifierNetworks initial) {
        this(source, target, hyperparameters, seed, initial,
                BatchSize.of(hyperparameters, source.count(), target.images().count()));
    }

    private CoralLinearTrainer(LabelledImages source, AdaptationTarget target,
            CoralLinearHyperparameters hyperparameters, long seed, ClassifierNetworks initial, int batch) {
        super(new TrainingLoop(run("coral-linear", target), hyperparameters, seed, source.count(), batch),
                initial::copy,
                (networks, steps) -> new CoralLinearSteps(source, target, batch, hyperparameters, seed, networks),
                ClassifierNetworks::close);
    }
}

package io.crossline.adaptation.coral;

import io.crossline.adaptation.alignment.AlignmentTrainer;
import io.crossline.adaptation.loss.CoralLoss;
import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.networks.ClassifierNetworks;

/** Deep CORAL (Sun and Saenko 2016), from a source classifier. */
public final class CoralTrainer extends AlignmentTrainer {

    /** @param initial parameters to start from; stays unchanged, and is the caller's to close */
    public CoralTrainer(LabelledImages source, UnlabelledImages target, CoralHyperparameters hyperparameters, long seed,
            ClassifierNetworks initial) {
        this(source, AdaptationTarget.of(target, source), hyperparameters, seed, initial);
    }

    /**
     * @param target its labelled images' cross-entropy is added to the loss; where its mix is told, batches hold its classes alike often
     * @param initial parameters to start from; stays unchanged, and is the caller's to close
     */
    public CoralTrainer(LabelledImages source, AdaptationTarget target,
            CoralHyperparameters hyperparameters, long seed, ClassifierNetworks initial) {
        super("coral", CoralLoss::coralLoss, source, target, hyperparameters, seed, initial);
    }
}

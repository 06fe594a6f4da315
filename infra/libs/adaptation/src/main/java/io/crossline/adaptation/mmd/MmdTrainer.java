package io.crossline.adaptation.mmd;

import io.crossline.adaptation.alignment.AlignmentTrainer;
import io.crossline.adaptation.loss.MmdLoss;
import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.networks.ClassifierNetworks;

/** Deep adaptation by maximum mean discrepancy (Long et al. 2015), from a source classifier. */
public final class MmdTrainer extends AlignmentTrainer {

    /** @param initial parameters to start from; stays unchanged, and is the caller's to close */
    public MmdTrainer(LabelledImages source, UnlabelledImages target, MmdHyperparameters hyperparameters, long seed,
            ClassifierNetworks initial) {
        this(source, AdaptationTarget.of(target, source), hyperparameters, seed, initial);
    }

    /**
     * @param target its labelled images' cross-entropy is added to the loss; where its mix is told, batches hold its classes alike often
     * @param initial parameters to start from; stays unchanged, and is the caller's to close
     */
    public MmdTrainer(LabelledImages source, AdaptationTarget target,
            MmdHyperparameters hyperparameters, long seed, ClassifierNetworks initial) {
        super("mmd", MmdLoss::mmdLoss, source, target, hyperparameters, seed, initial);
    }
}

package io.crossline.adaptation.alignment;

import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.BatchSize;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.LoopTrainer;
import io.crossline.adaptation.trainer.TrainingLoop;
import io.crossline.networks.ClassifierNetworks;

/** Trains a classifier from a source classifier while it brings both lines' features together. */
public abstract class AlignmentTrainer extends LoopTrainer<ClassifierNetworks> {

    /**
     * @param name of the method, and of its distance among the losses
     * @param target its labelled images' cross-entropy is added to the loss; where its mix is told, batches hold its classes alike often
     * @param initial parameters to start from; stays unchanged, and is the caller's to close
     */
    protected AlignmentTrainer(String name, AlignmentLoss distance, LabelledImages source, AdaptationTarget target,
            AlignmentHyperparameters hyperparameters, long seed, ClassifierNetworks initial) {
        this(name, distance, source, target, hyperparameters, seed, initial,
                BatchSize.of(hyperparameters, source.count(), target.images().count()));
    }

    private AlignmentTrainer(String name, AlignmentLoss distance, LabelledImages source, AdaptationTarget target,
            AlignmentHyperparameters hyperparameters, long seed, ClassifierNetworks initial, int batch) {
        super(new TrainingLoop(run(name, target), hyperparameters, seed, target.images().count(), batch),
                initial::copy,
                (networks, steps) -> new AlignmentSteps(name, distance, source, target, batch, hyperparameters, seed,
                        networks, steps),
                ClassifierNetworks::close);
    }
}

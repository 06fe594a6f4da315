package io.crossline.adaptation.dann;

import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.BatchSize;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.LoopTrainer;
import io.crossline.adaptation.trainer.TrainingLoop;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.networks.ClassifierNetworks;

/** Domain-adversarial training (Ganin et al. 2016), from a source classifier. */
public final class DannTrainer extends LoopTrainer<ClassifierNetworks> {

    /** @param initial parameters to start from; stays unchanged, and is the caller's to close */
    public DannTrainer(LabelledImages source, UnlabelledImages target, DannHyperparameters hyperparameters, long seed,
            ClassifierNetworks initial) {
        this(source, AdaptationTarget.of(target, source), hyperparameters, seed, initial);
    }

    /**
     * @param target its labelled images' cross-entropy is added to the loss; where its mix is told, batches hold its classes alike often
     * @param initial parameters to start from; stays unchanged, and is the caller's to close
     */
    public DannTrainer(LabelledImages source, AdaptationTarget target,
            DannHyperparameters hyperparameters, long seed, ClassifierNetworks initial) {
        this(source, target, hyperparameters, seed, initial,
                BatchSize.of(hyperparameters, source.count(), target.images().count()));
    }

    private DannTrainer(LabelledImages source, AdaptationTarget target,
            DannHyperparameters hyperparameters, long seed,
            ClassifierNetworks initial, int batch) {
        super(new TrainingLoop(run("dann", target), hyperparameters, seed, target.images().count(), batch),
                initial::copy,
                (networks, steps) -> new DannSteps(source, target, batch, hyperparameters, seed, networks,
                        steps),
                ClassifierNetworks::close);
    }
}

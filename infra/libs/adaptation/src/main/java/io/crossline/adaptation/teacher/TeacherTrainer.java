package io.crossline.adaptation.teacher;

import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.BatchSize;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.LoopTrainer;
import io.crossline.adaptation.trainer.TrainingLoop;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.networks.ClassifierNetworks;

/**
 * Self-ensembling for domain adaptation (French, Mackiewicz and Fisher 2018), from a source classifier. The result is the
 * teacher.
 */
public final class TeacherTrainer extends LoopTrainer<ClassifierNetworks> {

    /** @param initial parameters to start from; stays unchanged, and is the caller's to close */
    public TeacherTrainer(LabelledImages source, UnlabelledImages target, TeacherHyperparameters hyperparameters,
            long seed, ClassifierNetworks initial) {
        this(source, AdaptationTarget.of(target, source), hyperparameters, seed, initial);
    }

    /**
     * @param target its labelled images' cross-entropy is added to the loss; where its mix is told, batches hold its classes alike often
     * @param initial parameters to start from; stays unchanged, and is the caller's to close
     */
    public TeacherTrainer(LabelledImages source, AdaptationTarget target,
            TeacherHyperparameters hyperparameters, long seed, ClassifierNetworks initial) {
        this(source, target, hyperparameters, seed, initial,
                BatchSize.of(hyperparameters, source.count(), target.images().count()));
    }

    private TeacherTrainer(LabelledImages source, AdaptationTarget target,
            TeacherHyperparameters hyperparameters,
            long seed, ClassifierNetworks initial, int batch) {
        super(new TrainingLoop(run("teacher", target), hyperparameters, seed, target.images().count(), batch),
                initial::copy,
                (networks, steps) -> new TeacherSteps(source, target, batch, hyperparameters, seed, networks,
                        steps),
                ClassifierNetworks::close);
    }
}

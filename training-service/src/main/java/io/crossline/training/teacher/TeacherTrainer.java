package io.crossline.training.teacher;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.training.trainer.BatchSize;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.LoopTrainer;
import io.crossline.training.trainer.TrainingLoop;
import io.crossline.training.trainer.UnlabelledImages;

/**
 * Self-ensembling for domain adaptation (French, Mackiewicz and Fisher 2018), from a source classifier. The result is the
 * teacher.
 */
public final class TeacherTrainer extends LoopTrainer<ClassifierNetworks> {

    /** @param initial parameters to start from; stays unchanged, and is the caller's to close */
    public TeacherTrainer(LabelledImages source, UnlabelledImages target, TeacherHyperparameters hyperparameters,
            long seed, ClassifierNetworks initial) {
        this(source, target, source.none(), hyperparameters, seed, initial);
    }

    /**
     * @param given images of the target that people labelled: their cross-entropy is added to the loss
     * @param initial parameters to start from; stays unchanged, and is the caller's to close
     */
    public TeacherTrainer(LabelledImages source, UnlabelledImages target, LabelledImages given,
            TeacherHyperparameters hyperparameters, long seed, ClassifierNetworks initial) {
        this(source, target, given, hyperparameters, seed, initial,
                BatchSize.of(hyperparameters, source.count(), target.count()));
    }

    private TeacherTrainer(LabelledImages source, UnlabelledImages target, LabelledImages given,
            TeacherHyperparameters hyperparameters,
            long seed, ClassifierNetworks initial, int batch) {
        super(new TrainingLoop(run("teacher", given), hyperparameters, seed, target.count(), batch), initial::copy,
                (networks, steps) -> new TeacherSteps(source, target, given, batch, hyperparameters, seed, networks,
                        steps),
                ClassifierNetworks::close);
    }
}

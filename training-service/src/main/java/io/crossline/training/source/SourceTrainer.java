package io.crossline.training.source;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.training.trainer.BatchSize;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.LoopTrainer;
import io.crossline.training.trainer.NormalizationStatistics;
import io.crossline.training.trainer.TrainingLoop;

/** Trains the classifier on the source line alone, from fresh parameters. */
public final class SourceTrainer extends LoopTrainer<ClassifierNetworks> {

    public SourceTrainer(LabelledImages source, SourceHyperparameters hyperparameters, long seed) {
        this(source, hyperparameters, seed, BatchSize.of(hyperparameters, source.count()));
    }

    private SourceTrainer(LabelledImages source, SourceHyperparameters hyperparameters, long seed, int batch) {
        super(new TrainingLoop("source", hyperparameters, seed, source.count(), batch),
                () -> ClassifierNetworks.create(hyperparameters.architecture(), hyperparameters.views(), source.shape(),
                        source.classes(), seed),
                (networks, steps) -> new SourceSteps(source, batch,
                        hyperparameters.refinements().learningRate(hyperparameters.learningRate(), steps),
                        hyperparameters.refinements(), seed, networks,
                        trained -> complete(trained, source, hyperparameters, seed)),
                ClassifierNetworks::close);
    }

    /** Averaged parameters need statistics of their own. */
    private static void complete(ClassifierNetworks networks, LabelledImages source,
            SourceHyperparameters hyperparameters, long seed) {
        if (hyperparameters.refinements().averageDecay() > 0) {
            NormalizationStatistics.estimate(networks, source.withoutLabels(), seed);
        }
    }
}

package io.crossline.adaptation.source;

import io.crossline.adaptation.trainer.BatchSize;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.LoopTrainer;
import io.crossline.adaptation.trainer.NormalizationStatistics;
import io.crossline.adaptation.trainer.TrainingLoop;
import io.crossline.networks.ClassifierArchitecture;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.backbone.Backbone;

/** Trains the classifier on the source line alone, from fresh parameters. */
public final class SourceTrainer extends LoopTrainer<ClassifierNetworks> {

    /** A classifier on the pixels of images. */
    public SourceTrainer(LabelledImages source, SourceHyperparameters hyperparameters, long seed) {
        this(source, hyperparameters, seed, null);
    }

    /**
     * @param backbone for the architecture BACKBONE; null for the others
     * @throws IllegalArgumentException if there is a backbone for another architecture, or none for this one
     */
    public SourceTrainer(LabelledImages source, SourceHyperparameters hyperparameters, long seed, Backbone backbone) {
        this(source, hyperparameters, seed, backbone, BatchSize.of(hyperparameters, source.count()));
    }

    private SourceTrainer(LabelledImages source, SourceHyperparameters hyperparameters, long seed, Backbone backbone,
            int batch) {
        super(new TrainingLoop("source", hyperparameters, seed, source.count(), batch),
                () -> backbone == null
                        ? ClassifierNetworks.create(hyperparameters.architecture(), hyperparameters.views(),
                                source.shape(), source.classes(), seed)
                        : ClassifierNetworks.create(backbone, source.shape(), source.classes(), seed),
                (networks, steps) -> new SourceSteps(source, batch,
                        hyperparameters.refinements().learningRate(hyperparameters.learningRate(), steps),
                        hyperparameters.refinements(), seed, networks,
                        trained -> complete(trained, source, hyperparameters, seed)),
                ClassifierNetworks::close);
        boolean isOnBackbone = hyperparameters.architecture() == ClassifierArchitecture.BACKBONE;
        if (isOnBackbone != (backbone != null)) {
            throw new IllegalArgumentException("hyperparameters.architecture is " + hyperparameters.architecture()
                    + (isOnBackbone ? ", but there is no backbone" : ", expected BACKBONE for a backbone"));
        }
    }

    /** Averaged parameters need statistics of their own, and classes drawn at other frequencies a correction. */
    private static void complete(ClassifierNetworks networks, LabelledImages source,
            SourceHyperparameters hyperparameters, long seed) {
        if (hyperparameters.refinements().averageDecay() > 0) {
            NormalizationStatistics.estimate(networks, source.withoutLabels(), seed);
        }
        if (hyperparameters.priorCorrection() > 0) {
            networks.addToLogits(PriorCorrection.terms(source.counts(), hyperparameters.refinements().sampling(),
                    hyperparameters.priorCorrection()));
        }
    }
}

package io.crossline.evaluation.scoring;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.ModelManifest;

/** Evaluates a model of whatever kind. */
@ApplicationScoped
public class ModelEvaluator {

    private final ClassifierEvaluator classifiers;
    private final GeneratorEvaluator generators;

    ModelEvaluator(ClassifierEvaluator classifiers, GeneratorEvaluator generators) {
        this.classifiers = classifiers;
        this.generators = generators;
    }

    /**
     * @throws io.crossline.networks.archive.CorruptArchiveException if the archive cannot be used
     * @throws io.crossline.kafka.SelectionUnavailableException if there are no images in Kafka to score with
     */
    public Evaluation evaluate(ModelManifest model, byte[] archive) {
        Evaluation evaluation = switch (model.kind()) {
            case CLASSIFIER -> classifiers.evaluate(model, archive);
            case GENERATOR -> generators.evaluate(model, archive);
        };
        return evaluation.of(archive);
    }
}

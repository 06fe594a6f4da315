package io.crossline.evaluation.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Split;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.EvaluationConfig;
import io.crossline.evaluation.Fixtures;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.networks.backbone.Backbone;
import io.crossline.networks.backbone.BackboneException;
import io.crossline.networks.backbone.Backbones;
import io.crossline.testing.TinyBackbone;
import io.crossline.testing.TwoLineImages;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Models that stand on a backbone. */
class BackboneModelTest {

    @TempDir
    Path folder;

    /** Given a model on a backbone, when it is evaluated, then both lines are scored where the file is, and else it is named. */
    @Test
    void aModelOnABackboneIsScored() {
        TinyBackbone.write(folder, 1);
        try (Backbones backbones = new Backbones(folder); Backbones none = new Backbones(folder.resolve("none"))) {
            Backbone backbone = backbones.find("tiny.onnx").orElseThrow();
            JobRequested job = Fixtures.job(UUID.randomUUID(), Method.DANN, List.of(Method.DANN));
            try (ClassifierNetworks networks = ClassifierNetworks.create(backbone, job.shape(),
                    job.classNames().size(), 1)) {
                ModelManifest manifest = on(backbone,
                        Fixtures.manifest(job, ModelKind.CLASSIFIER, ModelArchive.parametersSha256(networks)));
                byte[] archive = ModelArchive.write(manifest, networks);

                Evaluation evaluation = evaluator(backbones).evaluate(manifest, archive);

                assertThat(evaluation.verdict()).isEqualTo(Verdict.ACCEPTED);
                assertThat(evaluation.scores()).hasSize(2);
                assertThatExceptionOfType(BackboneException.class)
                        .isThrownBy(() -> evaluator(none).evaluate(manifest, archive))
                        .withMessageContaining("The model needs the backbone tiny.onnx with SHA-256");
            }
        }
    }

    private static ClassifierEvaluator evaluator(Backbones backbones) {
        return new ClassifierEvaluator(
                new GivenImages(selection -> TwoLineImages.source(Split.TEST, 40, 40, 1)),
                version -> Optional.empty(), backbones, line -> LineAims.NONE,
                version -> Optional.empty(),
                new SmallRyeConfigBuilder().withMapping(EvaluationConfig.class).build()
                        .getConfigMapping(EvaluationConfig.class));
    }

    private static ModelManifest on(Backbone backbone, ModelManifest model) {
        return new ModelManifest(model.modelVersion(), model.kind(), model.method(), model.jobId(),
                model.adaptationId(), model.source(), model.target(), model.shape(), model.classNames(),
                model.preset(), model.seed(), model.backend(), model.hyperparameters(), model.parentModel(),
                model.targetLabels(), model.expectedMix(), model.pixelScaling(), model.views(), backbone.file(),
                model.trainSeconds(), model.imagesPerSecond(), model.codeVersion(), model.parametersSha256(),
                model.createdAt());
    }
}

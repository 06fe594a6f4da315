package io.crossline.evaluation.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Split;
import io.crossline.contracts.Verdict;
import io.crossline.evaluation.EvaluationConfig;
import io.crossline.evaluation.Fixtures;
import io.crossline.monitoring.metrics.LineScore;
import io.crossline.monitoring.metrics.Role;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.networks.backbone.Backbones;
import io.crossline.testing.TwoLineImages;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Untrained networks know nothing of either line. */
class AboveCommonestClassTest {

    @ParameterizedTest
    @CsvSource({"source, true, REJECTED", "source, false, ACCEPTED", "dann, true, ACCEPTED"})
    void aSourceClassifierThatKnowsNothingIsRejectedWhereItIsAskedFor(String method, boolean asked, Verdict expected) {
        // Given
        JobRequested job = Fixtures.job(UUID.randomUUID(), Method.of(method), List.of(Method.of(method)));
        ClassifierEvaluator evaluator = new ClassifierEvaluator(
                new GivenImages(selection -> TwoLineImages.source(Split.TEST, 40, 40, 1)),
                version -> Optional.empty(), new Backbones(Path.of("target", "no-backbones")), line -> LineAims.NONE,
                version -> Optional.empty(),
                config(asked));

        // When
        Evaluation evaluation;
        try (ClassifierNetworks networks = ClassifierNetworks.create(job.shape(), job.classNames().size(), 1)) {
            ModelManifest manifest = Fixtures.manifest(job, ModelKind.CLASSIFIER,
                    ModelArchive.parametersSha256(networks));
            evaluation = evaluator.evaluate(manifest, ModelArchive.write(manifest, networks));
        }

        // Then
        assertThat(evaluation.verdict()).isEqualTo(expected);
        if (expected == Verdict.REJECTED) {
            assertThat(evaluation.reason())
                    .startsWith("The source classifier is not clearly above the commonest class");
        }
        assertThat(evaluation.figures()).containsKeys("sourceBalancedAccuracy", "sourceBalancedAccuracyLow",
                "targetBalancedAccuracyHigh").doesNotContainKey("targetEscapes");
    }

    /** Given a line with three perfectly answered test images, or none, then nothing is shown, and the classifier is rejected. */
    @Test
    void tooFewTestImagesShowNothing() {
        ModelManifest model = Fixtures.manifest(Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE)));
        AboveCommonestClass check = new AboveCommonestClass(version -> Optional.empty());

        assertThat(check.objection(model, List.of(score(3, 0, 0, 0))).orElseThrow())
                .startsWith("The source classifier is not clearly above the commonest class on its own line");
        assertThat(check.objection(model, List.of(score(40, 40, 2, 2)))).isEmpty();
        assertThat(check.objection(model, List.of())).contains("The source classifier is not shown to be above the "
                + "commonest class: its own line, fixture-source, has no labelled test images.");
    }

    /** Given one test image a class, or one of one class, all answered right, then it is chance, and the classifier is rejected. */
    @Test
    void oneImageOfAClassShowsNothing() {
        ModelManifest model = Fixtures.manifest(Fixtures.job(UUID.randomUUID(), Method.SOURCE, List.of(Method.SOURCE)));
        AboveCommonestClass check = new AboveCommonestClass(version -> Optional.empty());

        assertThat(check.objection(model, List.of(score(1, 1, 1, 1))).orElseThrow())
                .startsWith("The source classifier is not");
        assertThat(check.objection(model, List.of(score(40, 40, 1, 0)))).contains("The source classifier is not shown "
                + "to know each of its classes: of the labelled test images of fixture-source, 1 of 'ring' and 0 of 'blob', "
                + "expected at least 2 of each class.");
    }

    @Test
    void whatIsAdaptedFromARejectedClassifierIsRejectedWithIt() {
        ModelManifest model = Fixtures.manifest(Fixtures.job(UUID.randomUUID(), Method.DANN, List.of(Method.DANN)));
        AboveCommonestClass rejected = new AboveCommonestClass(
                version -> version.equals(model.parentModel()) ? Optional.of("It is no use.") : Optional.empty());

        assertThat(rejected.objection(model, List.of()))
                .contains("It was adapted from source-00000000, which was rejected: It is no use.");
        assertThat(new AboveCommonestClass(version -> Optional.empty()).objection(model, List.of())).isEmpty();
    }

    /** All answers right. */
    private static LineScore score(long first, long second, long third, long fourth) {
        long[][] confusion = {{first, 0, 0, 0}, {0, second, 0, 0}, {0, 0, third, 0}, {0, 0, 0, fourth}};
        return new LineScore(TwoLineImages.SOURCE_LINE, Role.SOURCE, first + second + third + fourth, 1.0, 0.0,
                confusion, List.of(), null);
    }

    private static EvaluationConfig config(boolean aboveCommonestClass) {
        return new SmallRyeConfigBuilder().withMapping(EvaluationConfig.class)
                .withDefaultValue("crossline.evaluation.above-commonest-class", String.valueOf(aboveCommonestClass))
                .build().getConfigMapping(EvaluationConfig.class);
    }
}

package io.crossline.evaluation.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Labels;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.Split;
import io.crossline.evaluation.EvaluationConfig;
import io.crossline.evaluation.Fixtures;
import io.crossline.kafka.LineImages;
import io.crossline.monitoring.metrics.LineScore;
import io.crossline.monitoring.metrics.Role;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.networks.backbone.Backbones;
import io.crossline.testing.TwoLineImages;
import io.smallrye.config.SmallRyeConfigBuilder;

/** A classifier of the source's classes on a target that has others, or has them in another order. */
class OtherClassesTest {

    private static final int IMAGES = 40;
    private static final List<LabelledBatch> SOURCE = TwoLineImages.source(Split.TEST, IMAGES, IMAGES, 1);
    private static final List<LabelledBatch> TARGET = TwoLineImages.target(Split.TEST, IMAGES, IMAGES, 1);

    private final JobRequested job = Fixtures.job(UUID.randomUUID(), Method.DANN, List.of(Method.DANN));
    private ClassifierNetworks networks;

    @BeforeEach
    void open() {
        networks = ClassifierNetworks.create(job.shape(), job.classNames().size(), 1);
    }

    @AfterEach
    void close() {
        networks.close();
    }

    /** Given a target whose batches name the classes in another order, then it is scored as with the order of the model. */
    @Test
    void anotherOrderOfTheClassesChangesNothing() {
        LineScore expected = target(evaluated(TARGET));

        LineScore score = target(evaluated(named(List.of("blob", "ring", "vertical", "horizontal"))));

        assertThat(score.accuracy()).isEqualTo(expected.accuracy());
        assertThat(score.confusion()).isDeepEqualTo(expected.confusion());
        assertThat(score.otherClasses()).isEmpty();
    }

    /** Given a target that calls one class otherwise, then it is scored on the three others, and the reason says on which. */
    @Test
    void imagesOfOtherClassesAreCountedAndNotScored() {
        Evaluation evaluation = evaluated(renamed("ring", "Ring"));

        LineScore score = target(evaluation);
        assertThat(score.images()).isEqualTo(30);
        assertThat(score.otherClasses()).isEqualTo(Map.of("Ring", 10L));
        assertThat(Arrays.stream(score.confusion()).flatMapToLong(Arrays::stream).sum()).isEqualTo(30);
        assertThat(evaluation.reason()).isEqualTo("Scored on 40 source images and 30 target images. Left out of the "
                + "target images are those of classes that the model does not know: 10 of 'Ring'. Accuracy on the target is "
                + "measured on 10 images of 'horizontal', 10 images of 'vertical', 10 images of 'blob' alone.");
    }

    @Test
    void aTargetWithoutACommonClassHasNoAccuracy() {
        List<LabelledBatch> other = new ArrayList<>();
        TARGET.forEach(batch -> other.add(new LabelledBatch(batch.origin(), batch.images(),
                new Labels(List.of("a", "b", "c", "d"), batch.labels().values()))));

        Evaluation evaluation = evaluated(other);

        assertThat(target(evaluation).accuracy()).isNull();
        assertThat(target(evaluation).images()).isZero();
        assertThat(evaluation.reason()).contains("10 of 'a', 10 of 'b', 10 of 'c', 10 of 'd', which are all.");
    }

    /** The same images and classes, by other indices. */
    private static List<LabelledBatch> named(List<String> classNames) {
        return TARGET.stream().map(batch -> new LabelledBatch(batch.origin(), batch.images(),
                new Labels(classNames, batch.labels().among(classNames)))).toList();
    }

    private static List<LabelledBatch> renamed(String name, String other) {
        List<String> names = TwoLineImages.CLASS_NAMES.stream().map(known -> known.equals(name) ? other : known)
                .toList();
        return TARGET.stream().map(batch -> new LabelledBatch(batch.origin(), batch.images(),
                new Labels(names, batch.labels().values()))).toList();
    }

    private static LineScore target(Evaluation evaluation) {
        return evaluation.scores().stream().filter(score -> score.role() == Role.TARGET).findFirst().orElseThrow();
    }

    private Evaluation evaluated(List<? extends ImageBatch> target) {
        LineImages images = new GivenImages(
                selection -> selection.line().equals(TwoLineImages.TARGET_LINE) ? target : SOURCE);
        ClassifierEvaluator evaluator = new ClassifierEvaluator(images, version -> Optional.empty(),
                new Backbones(Path.of("target", "no-backbones")), line -> LineAims.NONE, version -> Optional.empty(),
                new SmallRyeConfigBuilder().withMapping(EvaluationConfig.class).build()
                        .getConfigMapping(EvaluationConfig.class));
        ModelManifest manifest = Fixtures.manifest(job, ModelKind.CLASSIFIER,
                ModelArchive.parametersSha256(networks));
        return evaluator.evaluate(manifest, ModelArchive.write(manifest, networks));
    }
}

package io.crossline.adaptation.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Method;

class PresetsTest {

    private static final int MNIST = 60_000;
    private static final int USPS = 7_291;
    private static final int SIMULATED = 5_000;

    private final Presets presets = Presets.standard();

    /** Given the seed preset, when the lines are as in the notebook, then its numbers are the notebook's. */
    @Test
    void seedIsTheNotebook() {
        Preset notebook = presets.find("notebook").orElseThrow();
        assertThat(presets.find("seed")).as("its earlier name").contains(notebook);

        assertThat(notebook.source().sized(MNIST, USPS).toMap()).containsEntry("epochs", "3")
                .containsEntry("batch", "128")
                .containsEntry("maxStepsPerEpoch", "0").containsEntry("learningRate", "0.001");
        assertThat(notebook.generators().sized(MNIST, USPS).toMap()).containsEntry("epochs", "30")
                .containsEntry("batch", "128").containsEntry("learningRate", "2.0E-4").containsEntry("beta1", "0.5")
                .containsEntry("cycleWeight", "10.0").containsEntry("identityWeight", "3.0")
                .containsEntry("generatorWidth", "64").containsEntry("discriminatorWidth", "64");
        assertThat(notebook.fineTune().sized(MNIST, USPS).toMap()).containsEntry("epochs", "20")
                .containsEntry("learningRate", "1.0E-5");
        assertThat(adaptation(notebook, Method.DANN).sized(MNIST, USPS).toMap()).containsEntry("epochs", "50")
                .containsEntry("featureLearningRate", "1.0E-4").containsEntry("labelLearningRate", "2.0E-4")
                .containsEntry("domainLearningRate", "0.003").containsEntry("domainWeight", "0.1")
                .containsEntry("entropyWeight", "0.1");
        assertThat(adaptation(notebook, Method.CORAL).sized(MNIST, USPS).toMap()).containsEntry("epochs", "100")
                .containsEntry("coralWeight", "500.0");
    }

    /** Given the quick preset, when a pair is large, then it trains longer than a small one, but not without bound. */
    @Test
    void quickFollowsTheSizes() {
        Preset quick = presets.find("quick").orElseThrow();

        int small = steps(adaptation(quick, Method.DANN), SIMULATED, SIMULATED);
        int large = steps(adaptation(quick, Method.DANN), MNIST, USPS);

        assertThat(small).isBetween(adaptation(quick, Method.DANN).schedule().minSteps(), large);
        assertThat(large).isCloseTo(adaptation(quick, Method.DANN).schedule().maxSteps(),
                org.assertj.core.data.Offset.offset(USPS / adaptation(quick, Method.DANN).hyperparameters().batch()));
    }

    /** Given the best preset, whose images change at random, when a line is small, then its training is about as long as a large one's. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, SIMULATED, USPS, MNIST})
    void bestLearnsASmallLineAsLong(int images) {
        Preset best = presets.find("best").orElseThrow();

        assertThat(steps(best.source(), images, images)).isBetween(3_900, 4_800);
        assertThat(List.of(adaptation(best, Method.DANN), adaptation(best, Method.CORAL)))
                .allSatisfy(method -> assertThat(steps(method, images, images)).isBetween(1_800, 2_850));
    }

    /** Given the few images captured since a drift, when the loop's preset is sized, then a job takes 150 to 300 steps or so. */
    @ParameterizedTest
    @ValueSource(ints = {400, 700, 1_000, 2_000})
    void adaptTakesFewSteps(int captured) {
        Preset adapt = presets.find("adapt").orElseThrow();

        assertThat(List.of(adaptation(adapt, Method.DANN), adaptation(adapt, Method.CORAL),
                adaptation(adapt, Method.TEACHER))).allSatisfy(method -> {
                    assertThat(method.hyperparameters().batch()).isLessThanOrEqualTo(400);
                    assertThat(steps(method, SIMULATED, captured)).isBetween(145, 315);
                });
    }

    /** Given preset real, when a side of the pictures reaches 96 pixels or not, then the size alone chooses the source classifier's recipe. */
    @ParameterizedTest
    @CsvSource({"28, 28, RESIDUAL, 0.0, CLASS_BALANCED, 0.0", "64, 64, RESIDUAL, 0.0, CLASS_BALANCED, 0.0",
            "92, 128, RESIDUAL, 0.0, CLASS_BALANCED, 0.0", "96, 96, RESIDUAL_DEEP, 1.0, SQUARE_ROOT, 0.5",
            "256, 128, RESIDUAL_DEEP, 1.0, SQUARE_ROOT, 0.5"})
    void realFollowsTheSizeOfThePictures(int height, int width, String architecture, String mixup, String sampling,
            String priorCorrection) {
        Preset real = presets.find("real").orElseThrow().forPictures(new ImageShape(1, height, width));

        assertThat(real.name()).isEqualTo("real");
        assertThat(real.source().sized(292, 296).toMap()).containsEntry("architecture", architecture)
                .containsEntry("mixup", mixup).containsEntry("sampling", sampling)
                .containsEntry("priorCorrection", priorCorrection);
        assertThat(real.hasBatchNormalization()).isTrue();
        assertThat(List.of(Method.DANN, Method.CORAL, Method.SELF_TRAINING)).allSatisfy(
                method -> assertThat(adaptation(real, method).hyperparameters().toMap()).containsEntry("mixup", "0.0"));
    }

    /** Given a small line of large pictures, when its source classifier is sized, then it takes about three thousand steps. */
    @Test
    void largePicturesTakeThreeThousandSteps() {
        Preset real = presets.find("real").orElseThrow().forPictures(new ImageShape(1, 128, 128));
        var sized = real.source().sized(292, 296);

        assertThat(sized.epochs() * (292 / sized.batch())).isBetween(2_990, 3_010);
    }

    /** Given another preset or a backbone, when pictures are large, then nothing changes. */
    @Test
    void otherPresetsAndBackbonesDoNotFollowTheSize() {
        ImageShape large = new ImageShape(1, 128, 128);
        Preset onBackbone = presets.find("real").orElseThrow().onBackbone();

        assertThat(List.of("quick", "notebook", "best", "adapt")).allSatisfy(name -> {
            Preset preset = presets.find(name).orElseThrow();
            assertThat(preset.forPictures(large)).isSameAs(preset);
        });
        assertThat(onBackbone.forPictures(large)).isSameAs(onBackbone);
        assertThat(onBackbone.source().hyperparameters().refinements().mixup()).isZero();
    }

    /** Given any preset, when turns are off, then no method mirrors or turns an image, and nothing else changes. */
    @Test
    void withoutTurnsNoImageIsMirroredOrTurned() {
        assertThat(presets.all()).allSatisfy(preset -> {
            Preset without = preset.withoutTurns();
            assertThat(trainings(without)).zipSatisfy(trainings(preset), (off, on) -> {
                Map<String, String> values = off.hyperparameters().toMap();
                assertThat(values).isEqualTo(changed(on.hyperparameters().toMap()));
                assertThat(off.schedule()).isEqualTo(on.schedule());
            });
        });
        Preset large = presets.find("real").orElseThrow().withoutTurns().forPictures(new ImageShape(1, 128, 128));
        assertThat(large.source().hyperparameters().toMap()).containsEntry("architecture", "RESIDUAL_DEEP")
                .containsEntry("views", "SINGLE").containsEntry("mirror", "0.0").containsEntry("rotation", "0.0");
    }

    private static MethodPreset<?> adaptation(Preset preset, Method method) {
        return preset.adaptation(method).orElseThrow().preset();
    }

    private static List<MethodPreset<?>> trainings(Preset preset) {
        return Stream.concat(Stream.of(preset.source(), preset.generators(), preset.fineTune()),
                preset.adaptations().stream().map(AdaptationPreset::preset)).toList();
    }

    private static Map<String, String> changed(Map<String, String> values) {
        Map<String, String> changed = new TreeMap<>(values);
        Map.of("views", "SINGLE", "mirror", "0.0", "rotation", "0.0").forEach((name, value) -> changed
                .computeIfPresent(name, (known, before) -> value));
        return changed;
    }

    /** Given few images, when a training is sized, then it has enough steps to learn at all. */
    @Test
    void smallLinesAreLearntToo() {
        Schedule schedule = new Schedule(2, Schedule.Line.SOURCE, 100, 0);

        Schedule.Epochs epochs = schedule.epochs(64, 130, 130, 130);

        assertThat(epochs.epochs()).isEqualTo(50);
    }

    /** Given a bound below one epoch, when a training is sized, then the epoch is cut. */
    @Test
    void anEpochIsCutAtTheBound() {
        Schedule schedule = new Schedule(1, Schedule.Line.SOURCE, 0, 10);

        Schedule.Epochs epochs = schedule.epochs(10, 1_000, 1_000, 1_000);

        assertThat(epochs).isEqualTo(new Schedule.Epochs(1, 10));
    }

    private static int steps(MethodPreset<?> method, int source, int target) {
        var sized = method.sized(source, target);
        return sized.epochs() * (target / sized.batch());
    }
}

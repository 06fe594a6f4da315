package io.crossline.training.preset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresetsTest {

    private static final int MNIST = 60_000;
    private static final int USPS = 7_291;
    private static final int SIMULATED = 5_000;

    private final Presets presets = Presets.standard();

    /** Given the seed preset, when the lines are as in the notebook, then its numbers are the notebook's. */
    @Test
    void seedIsTheNotebook() {
        Preset seed = presets.find("seed").orElseThrow();

        assertThat(seed.source().sized(MNIST, USPS).toMap()).containsEntry("epochs", "3").containsEntry("batch", "128")
                .containsEntry("maxStepsPerEpoch", "0").containsEntry("learningRate", "0.001");
        assertThat(seed.generators().sized(MNIST, USPS).toMap()).containsEntry("epochs", "30")
                .containsEntry("batch", "128").containsEntry("learningRate", "2.0E-4").containsEntry("beta1", "0.5")
                .containsEntry("cycleWeight", "10.0").containsEntry("identityWeight", "3.0")
                .containsEntry("generatorWidth", "64").containsEntry("discriminatorWidth", "64");
        assertThat(seed.fineTune().sized(MNIST, USPS).toMap()).containsEntry("epochs", "20")
                .containsEntry("learningRate", "1.0E-5");
        assertThat(seed.dann().sized(MNIST, USPS).toMap()).containsEntry("epochs", "50")
                .containsEntry("featureLearningRate", "1.0E-4").containsEntry("labelLearningRate", "2.0E-4")
                .containsEntry("domainLearningRate", "0.003").containsEntry("domainWeight", "0.1")
                .containsEntry("entropyWeight", "0.1");
        assertThat(seed.coral().sized(MNIST, USPS).toMap()).containsEntry("epochs", "100")
                .containsEntry("coralWeight", "500.0");
    }

    /** Given the quick preset, when a pair is large, then it trains longer than a small one, but not without bound. */
    @Test
    void quickFollowsTheSizes() {
        Preset quick = presets.find("quick").orElseThrow();

        int small = steps(quick.dann(), SIMULATED, SIMULATED);
        int large = steps(quick.dann(), MNIST, USPS);

        assertThat(small).isBetween(quick.dann().schedule().minSteps(), large);
        assertThat(large).isCloseTo(quick.dann().schedule().maxSteps(),
                org.assertj.core.data.Offset.offset(USPS / quick.dann().hyperparameters().batch()));
    }

    /** Given the best preset, whose images change at random, when a line is small, then its training is about as long as a large one's. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, SIMULATED, USPS, MNIST})
    void bestLearnsASmallLineAsLong(int images) {
        Preset best = presets.find("best").orElseThrow();

        assertThat(steps(best.source(), images, images)).isBetween(3_900, 4_800);
        assertThat(List.of(best.dann(), best.coral()))
                .allSatisfy(method -> assertThat(steps(method, images, images)).isBetween(1_800, 2_850));
    }

    /** Given the few images captured since a drift, when the loop's preset is sized, then a job takes 150 to 300 steps or so. */
    @ParameterizedTest
    @ValueSource(ints = {400, 700, 1_000, 2_000})
    void adaptTakesFewSteps(int captured) {
        Preset adapt = presets.find("adapt").orElseThrow();

        assertThat(List.of(adapt.dann(), adapt.coral(), adapt.teacher())).allSatisfy(method -> {
            assertThat(method.hyperparameters().batch()).isLessThanOrEqualTo(400);
            assertThat(steps(method, SIMULATED, captured)).isBetween(145, 315);
        });
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

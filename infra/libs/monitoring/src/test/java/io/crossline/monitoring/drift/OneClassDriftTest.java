package io.crossline.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

/**
 * Lines whose images all get one class, because they changed or because the parts did. Four classes differ in brightness and size; lots of 48
 * images share their light.
 */
class OneClassDriftTest {

    private static final int WINDOW = 200;
    private static final int CLASSES = 4;
    private static final int LOT = 48;

    private final Random random = new Random(1);
    private final Reference reference = new Reference(images(2000, new double[]{1, 1, 1, 1}));
    private final Reference mostlyGood = new Reference(images(2000, new double[]{97, 1, 1, 1}));
    private int taken;
    private double light;

    /** Given white frames, when a window of them is full, then it has drifted, and the largest change is told first. */
    @Test
    void whiteFramesAreADrift() {
        for (Reference before : List.of(reference, mostlyGood)) {
            DriftFinding found = window(before, () -> flat(255));

            assertThat(found.finding().drifted()).isTrue();
            assertThat(found.finding().classMixChanged()).isTrue();
            assertThat(found.diagnosis()).startsWith("brighter by 1").contains("poorer in contrast by 100 %");
        }
    }

    @Test
    void nearlyBlackFramesAreADrift() {
        for (Reference before : List.of(reference, mostlyGood)) {
            DriftFinding found = window(before, () -> flat(2 + random.nextInt(2)));

            assertThat(found.finding().drifted()).isTrue();
            assertThat(found.finding().statisticsP().get(PictureStatistic.BRIGHTNESS)).isLessThan(0.01);
            assertThat(found.diagnosis()).contains("smaller by 100 %");
        }
    }

    /** Given the brightness of known frames, when nothing else is seen in them, then that is a drift. */
    @Test
    void evenFramesOfAKnownBrightnessAreADrift() {
        for (Reference before : List.of(reference, mostlyGood)) {
            DriftFinding found = window(before, () -> flat(112));

            assertThat(found.finding().drifted()).isTrue();
            assertThat(found.diagnosis()).contains("smaller by 100 %");
        }
    }

    /** Given one picture of the line again and again, then no mix of classes varies so little. */
    @Test
    void aPictureThatIsRepeatedIsADrift() {
        for (Reference before : List.of(reference, mostlyGood)) {
            double[] picture = image(CLASSES - 1).statistics();

            assertThat(window(before, () -> picture).finding().drifted()).isTrue();
        }
    }

    /** Given a class that the reference lacks, when white frames get it, then the words tell what changed all the same. */
    @Test
    void framesOfANewClassAreComparedWithAll() {
        Reference withoutTheLast = new Reference(images(2000, new double[]{1, 1, 1, 0}));

        DriftFinding found = window(withoutTheLast, () -> flat(255));

        assertThat(found.finding().drifted()).isTrue();
        assertThat(found.diagnosis()).startsWith("brighter by 1").contains("poorer in contrast by 100 %");
    }

    /** Given parts of any one class alone, or in another mix, when 15 windows of each pass, then hardly any has drifted. */
    @Test
    void otherPartsAreNoDrift() {
        List<double[]> mixes = List.of(new double[]{1, 0, 0, 0}, new double[]{0, 0, 0, 1}, new double[]{0, 8, 1, 1},
                new double[]{0, 0, 1, 1});
        for (double[] mix : mixes) {
            DriftDetector detector = detector(reference);
            List<DriftFinding> found = new ArrayList<>();
            images(15 * WINDOW, mix).forEach(image -> detector.add(image).ifPresent(found::add));

            assertThat(found).hasSize(15);
            assertThat(drifted(found)).as("mix %s", Arrays.toString(mix)).isLessThanOrEqualTo(1);
            assertThat(found).extracting(finding -> finding.finding().classMixChanged()).containsOnly(true);
        }
    }

    /** Given a class of which the reference has few images, when only that comes, then what is not known of it is no drift. */
    @Test
    void aRareClassAloneIsNoDrift() {
        DriftDetector detector = detector(mostlyGood);
        List<DriftFinding> found = new ArrayList<>();

        images(15 * WINDOW, new double[]{0, 0, 0, 1}).forEach(image -> detector.add(image).ifPresent(found::add));

        assertThat(found).hasSize(15);
        assertThat(drifted(found)).isLessThanOrEqualTo(1);
    }

    private static long drifted(List<DriftFinding> found) {
        return found.stream().filter(finding -> finding.finding().drifted()).count();
    }

    @Test
    void theNearestMixtureIsFound() {
        double[][] components = {{0, 0, 1, 1}, {0, 1, 1, 1}, {1, 1, 1, 1}};

        assertThat(MixtureFit.nearest(new double[]{0.3, 0.3, 1, 1}, components, new double[]{0, 1, 0}))
                .containsExactly(new double[]{0.7, 0, 0.3}, within(0.02));
        assertThat(MixtureFit.nearest(new double[]{0, 0, 0, 0}, components, new double[]{0, 0.5, 0.5}))
                .containsExactly(new double[]{1, 0, 0}, within(1e-9));
    }

    /** A window of frames that the model takes for the last class: with features of that class, so that these alone show nothing. */
    private DriftFinding window(Reference before, Supplier<double[]> picture) {
        DriftDetector detector = detector(before);
        DriftFinding found = null;
        for (int i = 0; i < WINDOW; i++) {
            Observation seen = image(CLASSES - 1);
            found = detector.add(new Observation(seen.features(), picture.get(), seen.predictedClass(),
                    seen.confidence(), null)).orElse(found);
        }
        return found;
    }

    private static DriftDetector detector(Reference before) {
        return new DriftDetector(before, new WindowTest(0.01, 199), null, WINDOW, 2, 0, 7);
    }

    private List<Observation> images(int count, double[] mix) {
        List<Observation> images = new ArrayList<>();
        double sum = 0;
        for (double share : mix) {
            sum += share;
        }
        for (int i = 0; i < count; i++) {
            double left = sum * random.nextDouble();
            int k = 0;
            while (k < CLASSES - 1 && left >= mix[k]) {
                left -= mix[k++];
            }
            images.add(image(k));
        }
        return images;
    }

    private Observation image(int predictedClass) {
        if (taken++ % LOT == 0) {
            light = 8 * random.nextGaussian();
        }
        float[] features = new float[8];
        for (int k = 0; k < features.length; k++) {
            features[k] = (float) (random.nextGaussian() + (k == predictedClass ? 5 : 0));
        }
        double[] statistics = new double[PictureStatistic.values().length];
        for (PictureStatistic statistic : PictureStatistic.values()) {
            statistics[statistic.ordinal()] = switch (statistic) {
                case BRIGHTNESS -> 85 + light + 10 * predictedClass + 4 * random.nextGaussian();
                case CONTRAST -> 50 + light / 2 + 4 * random.nextGaussian();
                case SCALE -> 9 + 0.2 * predictedClass + 0.1 * random.nextGaussian();
                case HORIZONTAL, VERTICAL -> 13.5 + 0.5 * random.nextGaussian();
                case SHARPNESS, NOISE -> 4 + 0.5 * random.nextGaussian();
            };
        }
        return new Observation(features, statistics, predictedClass, 0.9, null);
    }

    /** A frame of one grey value: nothing is seen in it. */
    private static double[] flat(double brightness) {
        double[] statistics = new double[PictureStatistic.values().length];
        statistics[PictureStatistic.BRIGHTNESS.ordinal()] = brightness;
        statistics[PictureStatistic.HORIZONTAL.ordinal()] = 13.5;
        statistics[PictureStatistic.VERTICAL.ordinal()] = 13.5;
        return statistics;
    }
}

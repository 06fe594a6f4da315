package io.crossline.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

class DriftDetectorTest {

    private static final int DIMENSIONS = 16;
    private static final int WINDOW = 100;
    private static final WindowTest TEST = new WindowTest(0.01, 199);

    /** Given images like the reference's, when 1,000 windows pass, then at most 5 drifts are confirmed. */
    @Test
    void falseAlarmsAreRare() {
        Random random = new Random(1);
        int confirmed = 0;
        int drifted = 0;
        int windows = 0;
        for (int line = 0; line < 10; line++) {
            DriftDetector detector = detector(reference(random, 1000), 2);
            for (int i = 0; i < 100 * WINDOW; i++) {
                Optional<DriftFinding> finding = detector.add(observation(random, 0, 0, uniform(random)));
                confirmed += finding.filter(DriftFinding::confirmed).isPresent() ? 1 : 0;
                drifted += finding.filter(f -> f.finding().drifted()).isPresent() ? 1 : 0;
                windows += finding.isPresent() ? 1 : 0;
            }
        }

        assertThat(windows).isEqualTo(1000);
        assertThat(drifted).as("single windows").isLessThanOrEqualTo(30);
        assertThat(confirmed).isLessThanOrEqualTo(5);
    }

    /** Given changed light, when windows pass, then the second confirms it, once, and the words say what changed. */
    @Test
    void darkerPicturesAreConfirmedAndNamed() {
        Random random = new Random(2);
        DriftDetector detector = detector(reference(random, 1000), 2);
        List<DriftFinding> findings = new ArrayList<>();

        for (int i = 0; i < 4 * WINDOW; i++) {
            detector.add(observation(random, -22, 0, uniform(random))).ifPresent(findings::add);
        }

        assertThat(findings).extracting(DriftFinding::confirmed).containsExactly(false, true, false, false);
        assertThat(findings.get(1).diagnosis()).startsWith("darker by 2").endsWith("the class mix is unchanged");
    }

    /**
     * Given a line of mostly good parts that is told so, when its pictures change and nearly all answers with them, then that is a drift: by
     * the mix alone, it could be other parts.
     */
    @Test
    void answersThatTheToldMixRulesOutAreNoChangeOfTheMix() {
        double[] told = {0.94, 0.02, 0.02, 0.02};
        List<DriftFinding> withMix = mostlyDefects(told);
        List<DriftFinding> without = mostlyDefects(null);

        assertThat(withMix).extracting(found -> found.finding().classMixChanged()).containsOnly(false);
        assertThat(withMix.get(1).confirmed()).isTrue();
        assertThat(withMix.get(1).diagnosis()).contains("darker by")
                .endsWith("many answers are wrong by the told mix of classes");
        assertThat(without).extracting(found -> found.finding().classMixChanged()).containsOnly(true);
    }

    private static List<DriftFinding> mostlyDefects(double[] told) {
        Random random = new Random(6);
        List<Observation> trained = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            trained.add(observation(random, 0, 0, random.nextDouble() < 0.94 ? 0 : 1 + random.nextInt(3)));
        }
        DriftDetector detector = new DriftDetector(new Reference(trained), TEST, told, WINDOW, 2, 0, 7);
        List<DriftFinding> findings = new ArrayList<>();
        for (int i = 0; i < 2 * WINDOW; i++) {
            detector.add(observation(random, -22, 0, random.nextDouble() < 0.1 ? 0 : 1 + random.nextInt(3)))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    /** Given a told mix, when somewhat more defects come, then that is a change of the mix and no drift. */
    @Test
    void somewhatMoreDefectsAreAChangeOfTheMix() {
        Random random = new Random(9);
        List<Observation> trained = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            trained.add(observation(random, 0, 0, random.nextDouble() < 0.94 ? 0 : 1 + random.nextInt(3)));
        }
        DriftDetector detector = new DriftDetector(new Reference(trained), TEST,
                new double[]{0.94, 0.02, 0.02, 0.02}, 2 * WINDOW, 2, 0, 7);
        List<DriftFinding> findings = new ArrayList<>();
        for (int i = 0; i < 4 * 2 * WINDOW; i++) {
            detector.add(observation(random, 0, 0, random.nextDouble() < 0.82 ? 0 : 1 + random.nextInt(3)))
                    .ifPresent(findings::add);
        }

        assertThat(findings).extracting(found -> found.finding().contradictsTold()).containsOnly(false);
        assertThat(findings).extracting(found -> found.finding().classMixChanged()).contains(true);
        assertThat(findings).noneMatch(DriftFinding::confirmed);
    }

    /** Given other features in the same light, when windows pass, then the drift is confirmed. */
    @Test
    void changedFeaturesAreConfirmed() {
        Random random = new Random(3);
        DriftDetector detector = detector(reference(random, 1000), 2);
        boolean confirmed = false;

        for (int i = 0; i < 5 * WINDOW; i++) {
            confirmed |= detector.add(observation(random, 0, 0.8, uniform(random))).filter(DriftFinding::confirmed)
                    .isPresent();
        }

        assertThat(confirmed).isTrue();
    }

    /** Given a reference of few images, when everything has changed, then every window says so, whatever the random arrangements. */
    @Test
    void aGreatDriftIsNeverMissed() {
        Random random = new Random(8);
        DriftDetector detector = detector(reference(random, 500), 2);
        List<DriftFinding> findings = new ArrayList<>();

        for (int i = 0; i < 400 * WINDOW; i++) {
            detector.add(observation(random, -60, 3, uniform(random))).ifPresent(findings::add);
        }

        assertThat(findings).hasSize(400).allMatch(finding -> finding.finding().drifted());
    }

    /** Given only another class mix, when windows pass, then it is told and no drift is confirmed. */
    @Test
    void aChangedClassMixIsNoDrift() {
        Random random = new Random(4);
        DriftDetector detector = detector(reference(random, 1500), 2);
        List<DriftFinding> findings = new ArrayList<>();

        for (int i = 0; i < 20 * WINDOW; i++) {
            int mostlyTheFirst = random.nextDouble() < 0.8 ? 0 : uniform(random);
            detector.add(observation(random, 0, 0, mostlyTheFirst)).ifPresent(findings::add);
        }

        assertThat(findings).noneMatch(DriftFinding::confirmed);
        assertThat(findings).allMatch(finding -> finding.finding().classMixChanged());
        assertThat(findings.get(0).diagnosis()).isEqualTo("the pictures are unchanged; the class mix has changed");
    }

    /** Given a window of one class only, when it is tested, then it is compared with that class of the reference. */
    @Test
    void aWindowOfOneClassIsNoDrift() {
        Random random = new Random(5);
        DriftDetector detector = detector(reference(random, 1500), 1);
        DriftFinding finding = null;

        for (int i = 0; i < WINDOW; i++) {
            finding = detector.add(observation(random, 0, 0, 2)).orElse(finding);
        }

        assertThat(finding.finding().drifted()).isFalse();
        assertThat(finding.finding().classMixChanged()).isTrue();
    }

    /**
     * Given lots of 48 images that share their light and their features, when 200 windows pass, then no drift is confirmed; and
     * when it gets darker for good, then that is.
     */
    @Test
    void lotsThatComeAndGoAreNoDrift() {
        Random random = new Random(6);
        Lots lots = new Lots(random);
        List<Observation> trained = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            trained.add(lots.next(0));
        }
        DriftDetector detector = new DriftDetector(new Reference(trained), TEST, null, 2 * WINDOW, 2, 0, 7);
        List<DriftFinding> same = new ArrayList<>();
        List<DriftFinding> darker = new ArrayList<>();

        for (int i = 0; i < 200 * 2 * WINDOW; i++) {
            detector.add(lots.next(0)).ifPresent(same::add);
        }
        for (int i = 0; i < 4 * 2 * WINDOW; i++) {
            detector.add(lots.next(-22)).ifPresent(darker::add);
        }

        assertThat(same).hasSize(200).filteredOn(finding -> finding.finding().drifted()).hasSizeLessThanOrEqualTo(6);
        assertThat(same).noneMatch(DriftFinding::confirmed);
        assertThat(darker).anyMatch(DriftFinding::confirmed);
    }

    private static final class Lots {

        private static final int PARTS = 48;

        private final Random random;
        private int taken;
        private double light;
        private double feature;

        Lots(Random random) {
            this.random = random;
        }

        Observation next(double darker) {
            if (taken++ % PARTS == 0) {
                light = 10 * random.nextGaussian();
                feature = 0.3 * random.nextGaussian();
            }
            return observation(random, light + darker, feature, uniform(random));
        }
    }

    @Test
    void tooFewPermutationsForTheRateAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WindowTest(0.01, 100))
                .withMessageContaining("expected at least 199");
    }

    private static DriftDetector detector(Reference reference, int confirmations) {
        return new DriftDetector(reference, TEST, null, WINDOW, confirmations, 0, 7);
    }

    private static Reference reference(Random random, int count) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            observations.add(observation(random, 0, 0, uniform(random)));
        }
        return new Reference(observations);
    }

    private static int uniform(Random random) {
        return random.nextInt(4);
    }

    /** Features around their class's place, statistics around 100. */
    private static Observation observation(Random random, double darker, double featureShift, int predictedClass) {
        float[] features = new float[DIMENSIONS];
        for (int k = 0; k < DIMENSIONS; k++) {
            features[k] = (float) (random.nextGaussian() + featureShift + (k == predictedClass ? 5 : 0));
        }
        double[] statistics = new double[PictureStatistic.values().length];
        for (int k = 0; k < statistics.length; k++) {
            statistics[k] = 100 + 10 * random.nextGaussian() + 4 * predictedClass;
        }
        statistics[PictureStatistic.BRIGHTNESS.ordinal()] += darker;
        return new Observation(features, statistics, predictedClass, 0.9, null);
    }
}

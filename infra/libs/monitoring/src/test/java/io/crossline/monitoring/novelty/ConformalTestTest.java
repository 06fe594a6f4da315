package io.crossline.monitoring.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.hipparchus.distribution.continuous.UniformRealDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class ConformalTestTest {

    @Test
    void aPValueCountsTheScoresThatReachIt() {
        ConformalTest test = new ConformalTest(new double[]{3, 1, 2, 2});

        assertThat(test.pValue(4)).isEqualTo(1 / 5.0);
        assertThat(test.pValue(3)).isEqualTo(2 / 5.0);
        assertThat(test.pValue(2)).isEqualTo(4 / 5.0);
        assertThat(test.pValue(0)).isEqualTo(1);
    }

    /** Given images that are exchangeable with the known ones, then p-values are uniform, whatever the scores' distribution. */
    @Test
    void pValuesOfKnownImagesAreUniform() {
        Random random = new Random(1);
        double[] pValues = new double[2000];
        for (int i = 0; i < pValues.length; i++) {
            pValues[i] = new ConformalTest(scores(99, random)).pValue(Math.exp(random.nextGaussian()))
                    - random.nextDouble() / 100; // steps of 1/100 made continuous
        }

        double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), pValues);

        assertThat(p).isGreaterThan(0.01);
        assertThat(share(pValues, 0.05)).isCloseTo(0.05, within(0.015));
    }

    @Test
    void withoutKnownImagesNothingCanBeSaid() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConformalTest(new double[0]))
                .withMessage("There are no scores of known images, expected at least one");
    }

    private static double[] scores(int count, Random random) {
        return random.doubles(count).map(u -> Math.exp(random.nextGaussian())).toArray();
    }

    private static double share(double[] values, double below) {
        int count = 0;
        for (double value : values) {
            count += value <= below ? 1 : 0;
        }
        return (double) count / values.length;
    }
}

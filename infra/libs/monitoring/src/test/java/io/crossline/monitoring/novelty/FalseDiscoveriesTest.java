package io.crossline.monitoring.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;

import org.junit.jupiter.api.Test;

class FalseDiscoveriesTest {

    /** The p-values of Benjamini and Hochberg 1995, section 3.2: four are discoveries at a rate of 5 %. */
    @Test
    void findsThoseOfTheOriginalExample() {
        double[] pValues = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
                0.5719, 0.6528, 0.7590, 1.0000};

        assertThat(FalseDiscoveries.threshold(pValues, 0.05)).isEqualTo(0.0095);
    }

    @Test
    void findsNothingWhereNothingIsRare() {
        assertThat(FalseDiscoveries.threshold(new double[]{0.2, 0.06, 0.9}, 0.05)).isZero();
        assertThat(FalseDiscoveries.threshold(new double[0], 0.05)).isZero();
    }

    /** Given conformal p-values that share their known images, then the mean share of false discoveries is within the rate. */
    @Test
    void holdsTheRateForConformalPValues() {
        Random random = new Random(2);
        double falseShare = 0;
        double found = 0;
        int rounds = 400;
        for (int round = 0; round < rounds; round++) {
            ConformalTest test = new ConformalTest(random.doubles(1000).map(u -> random.nextGaussian()).toArray());
            double[] pValues = new double[100];
            for (int i = 0; i < pValues.length; i++) {
                pValues[i] = test.pValue(random.nextGaussian() + (i < 10 ? 4 : 0));
            }
            double threshold = FalseDiscoveries.threshold(pValues, 0.1);
            int right = 0;
            int wrong = 0;
            for (int i = 0; i < pValues.length; i++) {
                right += i < 10 && pValues[i] <= threshold ? 1 : 0;
                wrong += i >= 10 && pValues[i] <= threshold ? 1 : 0;
            }
            falseShare += (double) wrong / Math.max(1, right + wrong) / rounds;
            found += right / 10.0 / rounds;
        }

        assertThat(falseShare).isBetween(0.06, 0.105); // the procedure's own bound is 0.09: 90 of 100 images are known
        assertThat(found).isGreaterThan(0.8);
    }

    @Test
    void theRateIsAShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> FalseDiscoveries.threshold(new double[]{0.5}, 0))
                .withMessage("rate is 0.0, expected above 0 to 1");
    }
}

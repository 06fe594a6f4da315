package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

class MixAssignmentTest {

    private static final double[] MOSTLY_GOOD = {0.98, 0.01, 0.01};

    @Test
    void theMeanBecomesTheMix() {
        float[][] assigned = MixAssignment.assign(random(400), MixAssignment.factors(random(400), MOSTLY_GOOD));

        for (int k = 0; k < 3; k++) {
            double mean = 0;
            for (float[] row : assigned) {
                mean += row[k] / 400.0;
                assertThat(row[0] + row[1] + row[2]).isCloseTo(1, within(1e-5f));
            }
            assertThat(mean).isCloseTo(MOSTLY_GOOD[k], within(1e-4));
        }
    }

    @Test
    void probabilitiesThatKeepTheMixAlreadyStayAsTheyAre() {
        float[][] probabilities = {{0.9f, 0.1f}, {0.1f, 0.9f}};

        double[] factors = MixAssignment.factors(probabilities, new double[]{0.5, 0.5});

        assertThat(factors).containsExactly(new double[]{1, 1}, within(1e-9));
        assertThat(MixAssignment.assign(probabilities, factors)[0]).containsExactly(probabilities[0], within(1e-6f));
    }

    /** With two images and factors (f, 1/f): the mean of p f^2 / (p f^2 + 1 - p) is 0.75 for f^2 = 3 where both p are 0.5. */
    @Test
    void aKnownCase() {
        double[] factors = MixAssignment.factors(new float[][]{{0.5f, 0.5f}, {0.5f, 0.5f}}, new double[]{0.75, 0.25});

        assertThat(factors[0] / factors[1]).isCloseTo(3, within(1e-4));
        assertThat(factors[0] * factors[1]).isCloseTo(1, within(1e-9));
    }

    @Test
    void theOrderOfImagesWithinAClassIsKept() {
        float[][] probabilities = random(50);

        float[][] assigned = MixAssignment.assign(probabilities, MixAssignment.factors(probabilities, MOSTLY_GOOD));

        for (int i = 1; i < 50; i++) {
            double before = Math.log(probabilities[i][0] / probabilities[i][1])
                    - Math.log(probabilities[0][0] / probabilities[0][1]);
            double after = Math.log(assigned[i][0] / assigned[i][1]) - Math.log(assigned[0][0] / assigned[0][1]);
            assertThat(after).isCloseTo(before, within(1e-3));
        }
    }

    private static float[][] random(int count) {
        Random random = new Random(4);
        float[][] probabilities = new float[count][3];
        for (float[] row : probabilities) {
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                row[k] = (float) Math.exp(2 * random.nextGaussian());
                sum += row[k];
            }
            for (int k = 0; k < 3; k++) {
                row[k] /= (float) sum;
            }
        }
        return probabilities;
    }
}

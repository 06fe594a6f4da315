package io.crossline.networks.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The two estimators by themselves, against the papers' formulas. */
class EstimatorsTest {

    private static final Offset<Double> CLOSE = within(1e-5);
    private static final double[] EVEN = {0.5, 0.5};

    /** Saerens et al. 2002, equation 9, repeated: q <- mean of (q_k/p_k) P_k / sum. */
    @Test
    void theMostLikelySharesMaximiseTheLikelihood() {
        double[][] posteriors = {{0.9, 0.1}, {0.8, 0.2}, {0.3, 0.7}, {0.6, 0.4}, {0.95, 0.05}};
        double[] source = {0.3, 0.7};

        double[] shares = ExpectationMaximisation.shares(posteriors, source, ShareBounds.any(2));

        double best = 0;
        for (double share = 0; share <= 1; share += 1e-4) {
            best = likelihood(posteriors, source, share) > likelihood(posteriors, source, best) ? share : best;
        }
        assertThat(shares[0]).isCloseTo(best, within(2e-4));
    }

    @Test
    void aRareClassIsFoundInTruePosteriors() {
        float[][] said = GaussianClasses.calibrated(0, 3).draw(new int[]{9800, 200}, 0, 3).probabilities();

        double[] shares = ExpectationMaximisation.shares(BiasCorrectedTemperature.none(2).apply(said), EVEN,
                ShareBounds.any(2));

        assertThat(shares[0]).isCloseTo(0.98, within(0.006));
        // the predictions themselves say something else: 7 % of the good ones are called bad
        assertThat(Arrays.stream(said).filter(row -> row[1] > row[0]).count()).isGreaterThan(600);
    }

    @Test
    void boundsAreKept() {
        double[][] posteriors = BiasCorrectedTemperature.none(3)
                .apply(GaussianClasses.calibrated(0, 3, 6).draw(new int[]{700, 200, 100}, 0, 4).probabilities());
        double[] even = {1.0 / 3, 1.0 / 3, 1.0 / 3};
        ShareBounds bounds = new ShareBounds(new double[]{0.9, 0, 0}, new double[]{1, 0.1, 0.1});

        double[] shares = ExpectationMaximisation.shares(posteriors, even, bounds);

        assertThat(shares[0]).isCloseTo(0.9, CLOSE);
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, CLOSE);
        // of what is left, no other split is more likely
        double best = Double.NEGATIVE_INFINITY;
        for (double second = 0; second <= 0.1; second += 0.001) {
            best = Math.max(best, likelihood(posteriors, even, new double[]{0.9, second, 0.1 - second}));
        }
        assertThat(likelihood(posteriors, even, shares)).isGreaterThan(best - 1e-3);
    }

    /** Lipton et al. 2018: C w = m; here C q = m with 0.9 q_0 + 0.2 q_1 = 0.55. */
    @Test
    void theConfusionEquationIsSolved() {
        double[][] confusion = {{0.9, 0.2}, {0.1, 0.8}};

        assertThat(BlackBoxShift.shares(confusion, new double[]{0.55, 0.45}, ShareBounds.any(2))).containsExactly(EVEN,
                CLOSE);
        assertThat(BlackBoxShift.shares(confusion, new double[]{0.886, 0.114}, ShareBounds.any(2)))
                .containsExactly(new double[]{0.98, 0.02}, CLOSE);
        // more than every image being of class 0 would give
        assertThat(BlackBoxShift.shares(confusion, new double[]{0.95, 0.05}, ShareBounds.any(2)))
                .containsExactly(new double[]{1, 0}, CLOSE);
        assertThat(BlackBoxShift.shares(confusion, new double[]{0.55, 0.45},
                new ShareBounds(new double[]{0.9, 0}, new double[]{1, 0.1}))).containsExactly(new double[]{0.9, 0.1},
                        CLOSE);
    }

    @Test
    void confusionIsCountedByClass() {
        assertThat(BlackBoxShift.confusion(new int[]{0, 0, 1, 1, 1}, new int[]{0, 0, 0, 1, 1}, 2))
                .isDeepEqualTo(new double[][]{{2.0 / 3, 0}, {1.0 / 3, 1}});
        assertThat(BlackBoxShift.frequencies(new int[]{0, 1, 1, 1}, 3)).containsExactly(new double[]{0.25, 0.75, 0},
                CLOSE);
    }

    private static double likelihood(double[][] posteriors, double[] source, double first) {
        return likelihood(posteriors, source, new double[]{first, 1 - first});
    }

    private static double likelihood(double[][] posteriors, double[] source, double[] shares) {
        return Arrays.stream(posteriors).mapToDouble(row -> {
            double sum = 0;
            for (int k = 0; k < row.length; k++) {
                sum += shares[k] / source[k] * row[k];
            }
            return Math.log(sum);
        }).sum();
    }
}

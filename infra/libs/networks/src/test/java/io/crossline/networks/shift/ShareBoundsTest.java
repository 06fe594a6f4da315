package io.crossline.networks.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.InvalidFieldException;

class ShareBoundsTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void boundsAreThoseOfTheExpectedMix() {
        ShareBounds bounds = ShareBounds.of(ExpectedMix.parse("good>=0.9"), List.of("hole", "good", "dent"));

        assertThat(bounds.least()).containsExactly(new double[]{0, 0.9, 0}, CLOSE);
        assertThat(bounds.most()).containsExactly(new double[]{0.1, 1, 0.1}, CLOSE);
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> ShareBounds.of(ExpectedMix.parse("good>=0.9"), List.of("hole", "dent")));
    }

    @Test
    void withoutBoundsTheMostLikelySharesAreTheFrequencies() {
        assertThat(ShareBounds.any(3).mostLikely(new double[]{6, 3, 1})).containsExactly(new double[]{0.6, 0.3, 0.1},
                CLOSE);
    }

    /** Given counts beyond the bounds, then no shares on a fine grid within the bounds are more likely. */
    @Test
    void theMostLikelySharesWithinBoundsAre() {
        ShareBounds bounds = new ShareBounds(new double[]{0.5, 0, 0.1}, new double[]{0.7, 0.3, 1});
        double[] counts = {2, 7, 1};

        double[] found = bounds.mostLikely(counts);

        assertThat(found[0] + found[1] + found[2]).isCloseTo(1, CLOSE);
        double best = Double.NEGATIVE_INFINITY;
        for (double a = 0.5; a <= 0.7 + 1e-9; a += 0.005) {
            for (double b = 0; b <= 0.3 + 1e-9; b += 0.005) {
                if (1 - a - b >= 0.1 - 1e-9) {
                    best = Math.max(best, likelihood(counts, a, b, 1 - a - b));
                }
            }
        }
        assertThat(likelihood(counts, found)).isGreaterThanOrEqualTo(best - 1e-9);
        assertThat(found[0]).isBetween(0.5 - 1e-9, 0.7);
        assertThat(found[1]).isBetween(0.0, 0.3 + 1e-9);
    }

    /** Given a class that was never seen, then it takes what the seen ones may not have. */
    @Test
    void aClassNeverSeenTakesWhatIsLeft() {
        ShareBounds bounds = new ShareBounds(new double[]{0, 0}, new double[]{0.9, 1});

        assertThat(bounds.mostLikely(new double[]{5, 0})).containsExactly(new double[]{0.9, 0.1}, CLOSE);
    }

    /** Duchi et al. 2008: the projection of (0.5, 1.0, -2) on the simplex is (0.25, 0.75, 0). */
    @Test
    void theNearestSharesAreTheProjection() {
        assertThat(ShareBounds.any(3).nearest(new double[]{0.5, 1, -2})).containsExactly(new double[]{0.25, 0.75, 0},
                CLOSE);
        assertThat(new ShareBounds(new double[]{0.9, 0, 0}, new double[]{1, 1, 1}).nearest(new double[]{0.5, 0.3, 0.2}))
                .containsExactly(new double[]{0.9, 0.1, 0}, CLOSE);
    }

    @Test
    void boundsThatNoSharesKeepAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShareBounds(new double[]{0.6, 0.6}, new double[]{1, 1}))
                .withMessageContaining("no shares that sum to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShareBounds(new double[]{0, 0.6}, new double[]{1, 0.5}))
                .withMessage("class 1 has the bounds 0.6 to 0.5, expected 0 <= least <= most <= 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new ShareBounds(new double[1], new double[2]));
    }

    private static double likelihood(double[] counts, double... shares) {
        double likelihood = 0;
        for (int k = 0; k < counts.length; k++) {
            likelihood += counts[k] * Math.log(shares[k]);
        }
        return likelihood;
    }
}

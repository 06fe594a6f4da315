package io.crossline.networks.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import io.crossline.networks.shift.GaussianClasses.Sample;

/** Lines whose mix is known: classes as normal distributions, posteriors as an overconfident network would give them. */
class MixEstimatorTest {

    private static final GaussianClasses OVERCONFIDENT = new GaussianClasses(new double[]{0, 3, -3}, 3,
            new double[]{0, 1, -1});
    private static final int[] EVEN = {300, 300, 300};
    private static final int[] GOOD = {392, 4, 4};

    private final Sample source = OVERCONFIDENT.draw(EVEN, 0, 1);

    @Test
    void aLineOfGoodPartsIsRecognised() {
        MixEstimate estimate = estimate(OVERCONFIDENT.draw(GOOD, 0, 2), ShareBounds.any(3), 3);

        assertThat(estimate.shares()[0]).isCloseTo(0.98, within(0.02));
        assertThat(estimate.shares()[0] + estimate.shares()[1] + estimate.shares()[2]).isCloseTo(1, within(1e-9));
        assertThat(estimate.least()[0]).isBetween(0.93, 0.98);
        assertThat(estimate.most()[0]).isBetween(0.98, 1.0);
        assertThat(estimate.agreed()).isTrue();
        assertThat(estimate.meets(new ShareBounds(new double[]{0.9, 0, 0}, new double[]{1, 0.1, 0.1}))).isTrue();
        assertThat(estimate.meets(new ShareBounds(new double[]{0, 0.3, 0}, new double[]{1, 1, 1}))).isFalse();
    }

    /** Given what was told, when the images say otherwise, then the estimate stays within what was told. */
    @Test
    void whatIsToldIsKept() {
        ShareBounds told = new ShareBounds(new double[]{0.9, 0, 0}, new double[]{1, 0.1, 0.1});

        MixEstimate estimate = estimate(OVERCONFIDENT.draw(new int[]{280, 60, 60}, 0, 4), told, 5);

        assertThat(estimate.shares()[0]).isCloseTo(0.9, within(1e-4));
        assertThat(estimate(OVERCONFIDENT.draw(new int[]{280, 60, 60}, 0, 4), ShareBounds.any(3), 5).meets(told))
                .isFalse();
    }

    /** Given lines of good parts that look a little like defects, then the estimators contradict each other, as a rule. */
    @Test
    void imagesThatAreNotLikeTheSourcesAreNoticedAsARule() {
        MixEstimator estimator = new MixEstimator(100);
        int agreed = 0;
        for (int line = 0; line < 5; line++) {
            Sample target = OVERCONFIDENT.draw(GOOD, 0.75, line);
            agreed += estimator.estimate(target.probabilities(), source.probabilities(), source.labels(),
                    ShareBounds.any(3), line).agreed() ? 1 : 0;
        }
        assertThat(agreed).isLessThanOrEqualTo(2);
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        Sample target = OVERCONFIDENT.draw(GOOD, 0, 2);

        assertThat(estimate(target, ShareBounds.any(3), 8)).usingRecursiveComparison()
                .isEqualTo(estimate(target, ShareBounds.any(3), 8));
    }

    /** Given 40 lines of known mix, then at least 34 of the 95 % intervals hold it: fewer have a probability below 1 %. */
    @Test
    void intervalsHoldTheTruth() {
        MixEstimator estimator = new MixEstimator(100);
        int held = 0;
        int agreed = 0;
        for (int line = 0; line < 40; line++) {
            Sample labelled = OVERCONFIDENT.draw(new int[]{150, 150, 150}, 0, 1000 + line);
            Sample target = OVERCONFIDENT.draw(new int[]{160, 30, 10}, 0, 2000 + line);
            MixEstimate estimate = estimator.estimate(target.probabilities(), labelled.probabilities(),
                    labelled.labels(), ShareBounds.any(3), line);
            held += estimate.least()[0] <= 0.8 && 0.8 <= estimate.most()[0] ? 1 : 0;
            agreed += estimate.agreed() ? 1 : 0;
        }
        assertThat(held).isGreaterThanOrEqualTo(34);
        assertThat(agreed).isGreaterThanOrEqualTo(34);
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        Sample two = GaussianClasses.calibrated(0, 3).draw(new int[]{5, 5}, 0, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> estimate(two, ShareBounds.any(3), 1))
                .withMessageContaining("target has 2 classes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estimate(new Sample(new float[0][], new int[0]), ShareBounds.any(3), 1))
                .withMessage("target has no images, expected at least one");
    }

    private MixEstimate estimate(Sample target, ShareBounds bounds, long seed) {
        return new MixEstimator().estimate(target.probabilities(), source.probabilities(), source.labels(), bounds,
                seed);
    }
}

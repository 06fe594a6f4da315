package io.crossline.adaptation.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import io.crossline.adaptation.trainer.Sampling;

class PriorCorrectionTest {

    private static final int[] COUNTS = {81, 9, 0};

    /** Given classes that were drawn alike often, when all is corrected, then each logit gets the logarithm of the class's share. */
    @Test
    void balancedClassesGetTheLogarithmOfTheirShare() {
        double[] terms = PriorCorrection.terms(COUNTS, Sampling.CLASS_BALANCED, 1);

        assertThat(terms[0] - terms[1]).isCloseTo(Math.log(9), within(1e-12));
        assertThat(terms[0]).isCloseTo(Math.log(0.9 / 0.5), within(1e-12));
        assertThat(terms[2]).isZero();
    }

    /** Given classes drawn by the square root, when half is corrected, then their ratio is that of the counts to the power of a quarter. */
    @Test
    void halfACorrectionIsHalfTheTerms() {
        double[] terms = PriorCorrection.terms(COUNTS, Sampling.SQUARE_ROOT, 0.5);

        assertThat(terms[0] - terms[1]).isCloseTo(Math.log(9) / 4, within(1e-12));
    }

    @Test
    void classesDrawnAsTheyComeNeedNoCorrection() {
        assertThat(PriorCorrection.terms(COUNTS, Sampling.PASSES, 1)).containsOnly(0);
    }
}

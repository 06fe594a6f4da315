package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateTest {

    @Test
    void fallsAlongHalfACosine() {
        LearningRate rate = new LearningRate(1e-3, 0.1, 0, 100);

        assertThat(rate.at(0)).isEqualTo(1e-3);
        assertThat(rate.at(50)).isCloseTo(0.55e-3, within(1e-12));
        assertThat(rate.at(100)).isCloseTo(1e-4, within(1e-12));
        assertThat(rate.at(200)).isCloseTo(1e-4, within(1e-12));
    }

    @Test
    void risesFirstWhereThereIsAWarmUp() {
        LearningRate rate = new LearningRate(1e-3, 0, 0.25, 100);

        assertThat(rate.at(0)).isCloseTo(4e-5, within(1e-12));
        assertThat(rate.at(12)).isBetween(4e-4, 6e-4);
        assertThat(rate.at(25)).isCloseTo(1e-3, within(1e-12));
        assertThat(rate.at(100)).isCloseTo(0, within(1e-12));
    }

    @Test
    void aConstantRateIsExact() {
        assertThat(LearningRate.constant(2e-4).at(12345)).isEqualTo(2e-4);
        assertThat(Refinements.NONE.learningRate(2e-4, 100).at(77)).isEqualTo(2e-4);
    }
}

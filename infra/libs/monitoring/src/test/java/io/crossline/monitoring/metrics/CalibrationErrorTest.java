package io.crossline.monitoring.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationErrorTest {

    @Test
    void isTheWeightedGapOfTheBins() {
        // Given two bins: (0, 0.5] holds 0.3 right and 0.5 wrong, (0.5, 1] holds 0.9 right, 0.8 right and 0.7 wrong
        CalibrationError error = new CalibrationError(2);

        // When
        error.add(0.3, true);
        error.add(0.5, false);
        error.add(0.9, true);
        error.add(0.8, true);
        error.add(0.7, false);

        // Then 2/5 |0.5 - 0.4| + 3/5 |2/3 - 0.8|
        assertThat(error.value()).isEqualTo(0.4 * 0.1 + 0.6 * (0.8 - 2.0 / 3), within(1e-12));
    }

    @Test
    void isZeroForCertainAndRightAnswersAndOneForCertainAndWrongOnes() {
        CalibrationError right = new CalibrationError(15);
        right.add(1, true);
        CalibrationError wrong = new CalibrationError(15);
        wrong.add(1, false);

        assertThat(right.value()).isZero();
        assertThat(wrong.value()).isEqualTo(1);
        assertThat(new CalibrationError(15).value()).isNull();
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> new CalibrationError(15).add(Double.NaN, true))
                .hasMessage("confidence is NaN, expected 0 to 1");
    }
}

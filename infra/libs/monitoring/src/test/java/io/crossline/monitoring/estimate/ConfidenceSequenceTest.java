package io.crossline.monitoring.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

class ConfidenceSequenceTest {

    private static final double ALPHA = 0.05;
    /** Of the means that are looked at. */
    private static final double STEP = 0.0005;

    /** Values from the paper's formulas on arrays of all means, in NumPy, rounded outwards by a step. */
    @Test
    void boundsAgreeWithAnIndependentComputation() {
        ConfidenceSequence ones = after(1000, i -> 1);
        assertBounds(after(10, i -> 1), 0.5285, 1);
        assertBounds(after(100, i -> 1), 0.9305, 1);
        assertBounds(ones, 0.993, 1);
        assertThat(ones.mean()).isEqualTo(1);
        assertBounds(after(10, i -> i % 10 == 9 ? 0 : 1), 0.497, 1);
        assertBounds(after(50, i -> i % 10 == 9 ? 0 : 1), 0.7645, 0.995);
        assertBounds(after(1000, i -> i % 10 == 9 ? 0 : 1), 0.867, 0.9355);
        assertBounds(after(10, i -> (i + 1) * 0.37 % 1), 0.2575, 0.7885);
        assertBounds(after(100, i -> (i + 1) * 0.37 % 1), 0.418, 0.5815);
        assertBounds(after(500, i -> (i + 1) * 0.37 % 1), 0.4555, 0.539);
    }

    private static void assertBounds(ConfidenceSequence sequence, double low, double high) {
        assertThat(sequence.low()).isCloseTo(Math.max(0, low - STEP), within(1e-9));
        assertThat(sequence.high()).isCloseTo(Math.min(1, high + STEP), within(1e-9));
    }

    /**
     * Given 1,000 sequences of 300 values, when somebody looks after every value and stops where a bound is wrong, then that happens to
     * at most 5 % of them, but for chance (three standard errors). A 95 % interval for one look is wrong in many more.
     */
    @Test
    void boundsHoldWheneverSomebodyLooks() {
        Random random = new Random(1);
        assertThat(wrong(0.98, () -> random.nextDouble() < 0.98 ? 1 : 0)).isLessThan(0.05 + 0.021);
        assertThat(wrong(0.5, () -> random.nextDouble() < 0.5 ? 1 : 0)).isLessThan(0.05 + 0.021);
        assertThat(wrong(0.3, () -> 0.6 * random.nextDouble())).isLessThan(0.05 + 0.021);
        assertThat(wrongOfOneLook(random)).isGreaterThan(0.2);
    }

    private static double wrong(double mean, DoubleSupplier values) {
        int wrong = 0;
        for (int run = 0; run < 1000; run++) {
            ConfidenceSequence sequence = new ConfidenceSequence(ALPHA);
            for (int i = 0; i < 300; i++) {
                sequence.add(values.getAsDouble());
            }
            // bounds never widen: what was wrong once is wrong at the end
            wrong += sequence.isEmpty() || sequence.low() > mean || sequence.high() < mean ? 1 : 0;
        }
        return wrong / 1000.0;
    }

    private static double wrongOfOneLook(Random random) {
        int wrong = 0;
        for (int run = 0; run < 1000; run++) {
            double sum = 0;
            boolean once = false;
            for (int n = 1; n <= 300; n++) {
                sum += random.nextBoolean() ? 1 : 0;
                once |= n >= 10 && Math.abs(sum / n - 0.5) > 1.96 * 0.5 / Math.sqrt(n);
            }
            wrong += once ? 1 : 0;
        }
        return wrong / 1000.0;
    }

    @Test
    void boundsNeverWiden() {
        Random random = new Random(2);
        ConfidenceSequence sequence = new ConfidenceSequence(ALPHA);
        double width = 1;
        for (int i = 0; i < 2000; i++) {
            sequence.add(random.nextDouble() < 0.9 ? 1 : 0);
            assertThat(sequence.high() - sequence.low()).isLessThanOrEqualTo(width);
            width = sequence.high() - sequence.low();
        }
        assertThat(width).isLessThan(0.06);
        assertThat(sequence.low()).isLessThan(sequence.mean());
        assertThat(sequence.high()).isGreaterThan(sequence.mean());
    }

    /** Given a mean that changes from 1 to 0, then in the end no single mean fits. */
    @Test
    void aMeanThatChangesIsNoticed() {
        ConfidenceSequence sequence = after(400, i -> i < 200 ? 1 : 0);

        assertThat(sequence.isEmpty()).isTrue();
    }

    @Test
    void beforeAnyValueNothingIsRuledOut() {
        ConfidenceSequence sequence = new ConfidenceSequence(ALPHA);

        assertThat(sequence.low()).isZero();
        assertThat(sequence.high()).isEqualTo(1);
        assertThat(sequence.count()).isZero();
        assertThat(sequence.isEmpty()).isFalse();
    }

    @Test
    void whatIsOutOfBoundsIsRefused() {
        assertThatThrownBy(() -> new ConfidenceSequence(0)).hasMessageContaining("alpha is 0.0, expected above 0");
        assertThatThrownBy(() -> new ConfidenceSequence(ALPHA).add(1.5)).hasMessageContaining("A value is 1.5");
        assertThatThrownBy(() -> new ConfidenceSequence(ALPHA).add(Double.NaN)).hasMessageContaining("NaN");
    }

    private static ConfidenceSequence after(int count, IntToDoubleFunction value) {
        ConfidenceSequence sequence = new ConfidenceSequence(ALPHA);
        for (int i = 0; i < count; i++) {
            sequence.add(value.applyAsDouble(i));
        }
        return sequence;
    }
}

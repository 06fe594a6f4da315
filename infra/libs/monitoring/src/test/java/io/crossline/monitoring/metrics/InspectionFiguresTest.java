package io.crossline.monitoring.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class InspectionFiguresTest {

    private static final Offset<Double> EXACT = within(1e-9);
    /** Good, scratch, hole: recalls 0.9, 0.8 and 0.5; 3 of 30 defects called good, 10 of 100 good parts called a defect. */
    private static final long[][] COUNTS = {{90, 6, 4}, {2, 16, 2}, {1, 4, 5}};
    private static final OptionalInt GOOD = OptionalInt.of(0);

    @Test
    void balancedAccuracyIsTheMeanOfTheRecallsWithItsIntervalRecoveredFromTheirs() {
        InspectionFigures figures = InspectionFigures.of(COUNTS, GOOD);

        assertThat(figures.balancedAccuracy().value()).isEqualTo(2.2 / 3, EXACT);
        assertThat(figures.balancedAccuracy().low()).isEqualTo(0.6171070298400158, EXACT);
        assertThat(figures.balancedAccuracy().high()).isEqualTo(0.8308754744456476, EXACT);
    }

    @Test
    void escapesAndOverkillAreSharesOfDefectsAndOfGoodPartsWithWilsonsInterval() {
        InspectionFigures figures = InspectionFigures.of(COUNTS, GOOD);

        assertThat(figures.escapes().value()).isEqualTo(0.1, EXACT);
        assertThat(figures.escapes().low()).isEqualTo(0.03459988874733419, EXACT);
        assertThat(figures.escapes().high()).isEqualTo(0.25621082579184085, EXACT);
        assertThat(figures.overkill().value()).isEqualTo(0.1, EXACT);
        assertThat(figures.overkill().low()).isEqualTo(0.0552291370606751, EXACT);
        assertThat(figures.overkill().high()).isEqualTo(0.17436566150491345, EXACT);
        assertThat(figures.goodShare()).isEqualTo(100 / 130.0, EXACT);
    }

    @Test
    void theCostOfAnImageWeighsBothErrorsByTheMix() {
        InspectionFigures figures = InspectionFigures.of(COUNTS, GOOD);

        // 20 * 0.1 * 30/130 + 1 * 0.1 * 100/130, and 20 * 0.1 * 0.02 + 1 * 0.1 * 0.98
        assertThat(figures.cost(new Costs(20, 1))).isEqualTo(0.7 / 1.3, EXACT);
        assertThat(figures.cost(new Costs(20, 1), 0.98)).isEqualTo(0.138, EXACT);
        // 13 of 130 images are either error
        assertThat(figures.cost(Costs.EVEN)).isEqualTo(0.1, EXACT);
    }

    @Test
    void aDefectTakenForAnotherIsNoEscape() {
        InspectionFigures figures = InspectionFigures.of(new long[][]{{4, 0, 0}, {0, 0, 4}, {0, 4, 0}}, GOOD);

        assertThat(figures.escapes().value()).isZero();
        assertThat(figures.balancedAccuracy().value()).isEqualTo(1 / 3.0, EXACT);
    }

    @Test
    void classesWithoutImagesDoNotCount() {
        InspectionFigures figures = InspectionFigures.of(new long[][]{{0, 0, 0}, {1, 3, 0}, {0, 0, 0}}, GOOD);

        assertThat(figures.balancedAccuracy().value()).isEqualTo(0.75, EXACT);
        assertThat(figures.escapes().value()).isEqualTo(0.25, EXACT);
        assertThat(figures.overkill()).isNull();
        assertThat(figures.cost(Costs.EVEN)).isNull();
    }

    @Test
    void withoutAGoodClassThereIsBalancedAccuracyAlone() {
        InspectionFigures figures = InspectionFigures.of(COUNTS, OptionalInt.empty());

        assertThat(figures.balancedAccuracy().value()).isEqualTo(2.2 / 3, EXACT);
        assertThat(figures.escapes()).isNull();
        assertThat(figures.overkill()).isNull();
        assertThat(figures.goodShare()).isNull();
        assertThat(figures.cost(Costs.EVEN)).isNull();
    }

    @Test
    void withoutImagesThereIsNothing() {
        assertThat(InspectionFigures.of(new long[2][2], GOOD))
                .isEqualTo(new InspectionFigures(null, null, null, null));
    }

    @Test
    void theIntervalsStayWithinZeroAndOneAndAreNotEmptyWhereAllAnswersAreRight() {
        InspectionFigures figures = InspectionFigures.of(new long[][]{{1000, 0}, {0, 3}}, GOOD);

        assertThat(figures.balancedAccuracy().high()).isEqualTo(1);
        // of 3 images: Wilson's lower end is 3 / (3 + 1.96^2) = 0.4385, half of the distance to 1 is lost
        assertThat(figures.balancedAccuracy().low()).isEqualTo(1 - (1 - 3 / (3 + 3.8414588)) / 2, within(1e-4));
        assertThat(figures.escapes().low()).isZero();
    }

    /** 1,000 test sets of a known classifier, with rare defects. */
    @Test
    void theIntervalOfBalancedAccuracyHoldsTheTruthInAbout95Of100TestSets() {
        // Given
        double[] recalls = {0.99, 0.8, 0.6};
        int[] images = {950, 30, 20};
        Random random = new Random(1);
        int held = 0;

        // When
        for (int set = 0; set < 1000; set++) {
            long[][] counts = new long[3][3];
            for (int k = 0; k < 3; k++) {
                for (int i = 0; i < images[k]; i++) {
                    counts[k][random.nextDouble() < recalls[k] ? k : (k + 1) % 3]++;
                }
            }
            MeasuredShare balanced = InspectionFigures.of(counts, GOOD).balancedAccuracy();
            double truth = Arrays.stream(recalls).average().orElseThrow();
            held += balanced.low() <= truth && truth <= balanced.high() ? 1 : 0;
        }

        // Then
        assertThat(held).isBetween(930, 985);
    }

    @Test
    void costsBelowZeroAreAnError() {
        assertThatThrownBy(() -> new Costs(-1, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1.0 an escape");
    }
}

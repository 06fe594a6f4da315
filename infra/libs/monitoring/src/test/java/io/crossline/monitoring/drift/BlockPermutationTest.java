package io.crossline.monitoring.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.crossline.monitoring.drift.Arrangement.Cell;

class BlockPermutationTest {

    private static final int KINDS = 1 + PictureStatistic.values().length;

    /** Given the largest of four arrangements, when ranked, then its p-value is one of four. */
    @Test
    void theRankIsThePValue() {
        double[][] values = rows(4);
        values[0][0] = 9;
        values[1][0] = 3;

        assertThat(BlockPermutation.ranked(values, 1, 1).featuresP()).isEqualTo(0.25, within(1e-12));
        assertThat(BlockPermutation.ranked(values, 4, 1).featuresP()).as("9 / 4 is below 3")
                .isEqualTo(0.5, within(1e-12));
    }

    /** Given one statistic that stands out, when ranked, then it alone has a small p-value, whatever the units of the others. */
    @Test
    void statisticsAreComparedInUnitsOfTheirMeans() {
        double[][] values = rows(10);
        for (double[] row : values) {
            row[1 + PictureStatistic.SCALE.ordinal()] = 1000;
        }
        values[0][1 + PictureStatistic.NOISE.ordinal()] = 5;

        var p = BlockPermutation.ranked(values, 1, 1).statisticsP();

        assertThat(p.get(PictureStatistic.NOISE)).isEqualTo(0.1, within(1e-12));
        assertThat(p.get(PictureStatistic.SCALE)).isEqualTo(1, within(1e-12));
    }

    @Test
    void bothSidesGetTheMixAndAClassOfOneSideCountsNothing() {
        List<Cell> cells = List.of(new Cell(0, 0, 2), new Cell(0, 1, 4), new Cell(1, 0, 5), new Cell(1, 2, 3));

        double[] weights = Arrangement.of(cells, new boolean[]{false, true}, new double[]{0.5, 0.25, 0.25})
                .cellWeights();

        assertThat(weights).containsExactly(new double[]{-0.25, 0, 0.1, 0}, within(1e-12));
    }

    @Test
    void blocksAreNeighboursAndCellsHoldOneClassEach() {
        List<Observation> images = List.of(image(0), image(1), image(0), image(0));

        BlockedImages blocked = BlockedImages.of(images, 2);
        BlockedImages twice = blocked.and(blocked);

        assertThat(blocked.cells()).containsExactly(new Cell(0, 0, 1), new Cell(0, 1, 1), new Cell(1, 0, 2));
        assertThat(twice.blocks()).isEqualTo(4);
        assertThat(twice.cellOf()).containsExactly(0, 1, 2, 2, 3, 4, 5, 5);
    }

    private static Observation image(int predictedClass) {
        return new Observation(new float[]{1}, new double[PictureStatistic.values().length], predictedClass, 0.9, null);
    }

    private static double[][] rows(int count) {
        double[][] rows = new double[count][KINDS];
        for (double[] row : rows) {
            Arrays.fill(row, 1);
        }
        return rows;
    }
}

package io.crossline.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import io.crossline.bench.row.Floors;
import io.crossline.bench.row.Row;

/** The numbers are worked out by hand from the seed's networks. */
class NotebookCostsTest {

    /** 7x7 kernels meet the pixels of a 28x28 image 28 x 7 - 2 x (3 + 2 + 1) times along each axis. */
    private static final long FIRST_CONVOLUTION = 2L * 184 * 184 * 32;
    /** 14 x 7 - 12 times on 14x14. */
    private static final long SECOND_CONVOLUTION = 2L * 86 * 86 * 32 * 64;
    private static final long DENSE = 2L * 64 * 7 * 7 * 128;
    private static final long FEATURES = FIRST_CONVOLUTION + SECOND_CONVOLUTION + DENSE;
    private static final long LABELS = 2L * 128 * 10;

    private final NotebookCosts costs = new NotebookCosts();

    @Test
    void givenTheSeedsClassifier_whenItInfers_thenEveryProductCountsOnce() {
        // when
        StepCost cost = costs.of(Row.INFER_CLASSIFIER);
        // then
        assertThat(cost.operations()).isEqualTo(128 * (FEATURES + LABELS)).isEqualTo(4_258_070_528L);
        long outputs = 32 * 28 * 28 + 64 * 14 * 14 + 128 + 10;
        assertThat(cost.bytes()).isEqualTo(4 * (504_842 + 128 * outputs));
    }

    @Test
    void givenTheSeedsClassifier_whenItLearns_thenTheWayBackCountsTwiceButForTheImages() {
        // when
        StepCost cost = costs.of(Row.SOURCE);
        // then
        assertThat(cost.operations()).isEqualTo(128 * (3 * (FEATURES + LABELS) - FIRST_CONVOLUTION))
                .isEqualTo(12_496_863_232L);
        assertThat(cost.bytes()).isEqualTo(74_169_664L);
    }

    @Test
    void givenTheSeedsGenerator_whenItTranslates_thenTransposedConvolutionsCountAsTheirMirrors() {
        // when
        StepCost cost = costs.of(Row.INFER_GENERATOR);
        // then
        long first = 2L * 184 * 184 * 64;
        // 3x3 kernels of stride 2 miss the image's edge once: 14 x 3 - 1 and 7 x 3 - 1 times
        long halved = 2L * 41 * 41 * 64 * 128;
        long quartered = 2L * 20 * 20 * 128 * 256;
        assertThat(cost.operations()).isEqualTo(128 * 2 * (first + halved + quartered));
    }

    @Test
    void givenAllSteps_whenTheyAreCounted_thenLargerMethodsCostMore() {
        // when, then
        assertThat(costs.of(Row.CORAL).operations()).isBetween(2 * costs.of(Row.SOURCE).operations() - 128 * 3 * LABELS,
                2 * costs.of(Row.SOURCE).operations());
        assertThat(costs.of(Row.DANN).operations()).isGreaterThan(costs.of(Row.CORAL).operations());
        assertThat(costs.of(Row.CYCLEGAN).operations()).isGreaterThan(17 * costs.of(Row.INFER_GENERATOR).operations());
    }

    @Test
    void givenRates_whenFloorsAreAsked_thenTheyAreInTheRowsUnit() {
        // given
        Rates rates = new Rates(12_496_863_232.0, 74_169_664.0 * 10);
        // when
        Floors training = rates.floors(Row.SOURCE, costs);
        Floors inference = new Rates(4_258_070_528.0, 1e9).floors(Row.INFER_CLASSIFIER, costs);
        // then
        assertThat(training.arithmetic()).isEqualTo(1000, within(1e-6));
        assertThat(training.bytes()).isEqualTo(100, within(1e-6));
        assertThat(training.times(Row.SOURCE.unit(), 3000)).isEqualTo(3, within(1e-6));
        assertThat(inference.arithmetic()).isEqualTo(128, within(1e-6));
        assertThat(inference.times(Row.INFER_CLASSIFIER.unit(), 64)).isEqualTo(2, within(1e-6));
        assertThat(rates.floors(Row.STREAM_TRAIN, costs)).isNull();
    }
}

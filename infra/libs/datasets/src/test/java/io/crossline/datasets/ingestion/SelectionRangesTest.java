package io.crossline.datasets.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.OffsetRange;

class SelectionRangesTest {

    private final SelectionRanges ranges = new SelectionRanges();

    @Test
    void joinsNeighboursWhateverTheOrder() {
        add(2, 5, 7, 6, 8);

        assertThat(ranges.ranges()).containsExactly(new OffsetRange("t", 2, 5, 9));
    }

    @Test
    void bridgesShortGapsOnly() {
        add(0, 1, 3, 3 + SelectionRanges.BRIDGED_GAP + 1, 500);

        assertThat(ranges.ranges()).containsExactly(new OffsetRange("t", 0, 1, 69), new OffsetRange("t", 0, 500, 501));
    }

    @Test
    void keepsPartitionsApart() {
        add(0, 1);
        add(1, 2);

        assertThat(ranges.ranges()).containsExactly(new OffsetRange("t", 0, 1, 2), new OffsetRange("t", 1, 2, 3));
    }

    private void add(int partition, long... offsets) {
        for (long offset : offsets) {
            ranges.add(new PublishedBatch("id", "t", partition, offset, false));
        }
    }
}

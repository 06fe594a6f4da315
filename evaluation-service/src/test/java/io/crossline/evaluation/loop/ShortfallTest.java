package io.crossline.evaluation.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What the newest estimates say beside the accuracy that was measured. */
class ShortfallTest {

    @Test
    void theBestOfTheNewestWindowsCounts() {
        Shortfall shortfall = Shortfall.of(List.of(0.84, 0.88, 0.95), 2, 0.97).orElseThrow();

        assertThat(shortfall.loss()).isCloseTo(0.09, within(1e-9));
        assertThat(shortfall.reason())
                .isEqualTo("right on at most 88 % of the images, as estimated, after 97 % where it was measured");
    }

    @Test
    void oneWindowAloneSaysNothing() {
        assertThat(Shortfall.of(List.of(0.2), 2, 0.97)).isEmpty();
    }

    @Test
    void aGainIsALossBelowZero() {
        assertThat(Shortfall.of(List.of(0.98, 0.98), 2, 0.97).orElseThrow().loss()).isNegative();
    }
}

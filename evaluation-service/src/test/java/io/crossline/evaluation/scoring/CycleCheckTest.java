package io.crossline.evaluation.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.Verdict;
import io.crossline.evaluation.EvaluationConfig;
import io.crossline.evaluation.scoring.CycleCheck.Direction;

class CycleCheckTest {

    /** Two images of two pixels. */
    private static final byte[] ORIGINALS = {0, (byte) 255, 100, 55};
    private static final EvaluationConfig.Generator LIMITS = new Limits(0.5, 0.1);

    @Test
    void acceptsGeneratorsThatBringImagesBack() {
        // Given a round trip that is 0, 5, 10 and 0 grey levels off
        Direction way = new Direction(ORIGINALS, ORIGINALS, new byte[]{0, (byte) 250, 110, 55}, 2);

        // When
        CycleCheck check = CycleCheck.of(way, way);

        // Then 15 / 4 grey levels, 127.5 to the unit
        assertThat(check.cycleError()).isEqualTo(15 / 4.0 / 127.5, within(1e-12));
        assertThat(check.translatedSpread()).isEqualTo(1);
        assertThat(check.verdict(LIMITS)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void rejectsGeneratorsThatLoseTheImage() {
        byte[] inverse = {(byte) 255, 0, (byte) 255, (byte) 255};
        Direction way = new Direction(ORIGINALS, ORIGINALS, inverse, 2);

        CycleCheck check = CycleCheck.of(way, way);

        assertThat(check.verdict(LIMITS)).isEqualTo(Verdict.REJECTED);
        assertThat(check.reason(LIMITS))
                .startsWith("Images are lost on a round trip: mean difference 1.696 of a range of 2");
    }

    @Test
    void rejectsAGeneratorThatMakesOnePictureOfAll() {
        Direction good = new Direction(ORIGINALS, ORIGINALS, ORIGINALS, 2);
        Direction collapsed = new Direction(ORIGINALS, new byte[]{90, 80, 90, 80}, ORIGINALS, 2);

        CycleCheck check = CycleCheck.of(good, collapsed);

        assertThat(check.verdict(LIMITS)).isEqualTo(Verdict.REJECTED);
        assertThat(check.reason(LIMITS)).contains("collapsed").contains("0.00 (back)");
    }

    @Test
    void spreadIsTheMeanDeviationOfThePixels() {
        // Pixel 0 is 0 and 100: deviation 50; pixel 1 is 255 and 55: deviation 100
        assertThat(CycleCheck.spread(ORIGINALS, 2)).isEqualTo(75, within(1e-9));
    }

    private record Limits(double maxCycleError, double minSpread) implements EvaluationConfig.Generator {
        @Override
        public int images() {
            return 64;
        }
    }
}

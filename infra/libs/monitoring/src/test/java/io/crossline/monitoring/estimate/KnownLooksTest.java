package io.crossline.monitoring.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class KnownLooksTest {

    private final Random random = new Random(1);

    /** Given pictures a little lighter or softer than the known ones, then they are not unlike these; white and black ones are. */
    @Test
    void onlyWhatIsFarOutsideIsUnlike() {
        KnownLooks looks = new KnownLooks(pictures(1000, 100, 40), List.of());

        assertThat(looks.unlike(pictures(1000, 100, 40))).isZero();
        assertThat(looks.unlike(pictures(1000, 130, 30))).isZero();
        assertThat(looks.unlike(List.of(new double[]{255, 0}, new double[]{2, 1}, new double[]{100, 40},
                new double[]{110, 40}))).isEqualTo(0.5);
    }

    /** Given some spoilt pictures among the known ones, then others of their kind are unlike all the same. */
    @Test
    void fewSpoiltPicturesMakeNothingKnown() {
        List<double[]> known = pictures(1000, 100, 40);
        IntStream.range(0, 5).forEach(i -> known.add(new double[]{255, 0}));

        assertThat(new KnownLooks(known, List.of()).unlike(List.of(new double[]{255, 0}))).isEqualTo(1);
    }

    /** Given pictures with another look that people labelled, then that look is known; and of few pictures nothing is said. */
    @Test
    void whatPeopleLookedAtIsKnown() {
        List<double[]> white = List.of(new double[]{250, 0});

        assertThat(new KnownLooks(pictures(1000, 100, 40), white).unlike(white)).isZero();
        assertThat(new KnownLooks(pictures(40, 100, 40), List.of()).unlike(white)).isZero();
    }

    /** Given 90 % by confidence, when all pictures are unlike, then nothing is sure; when none is, then it stays as it is. */
    @Test
    void unlikePicturesMayAllBeAnsweredWrong() {
        AccuracyEstimate estimate = new AccuracyEstimate(0.9, 0.8, 0.95, "blur");

        AccuracyEstimate half = KnownLooks.bound(estimate, 0.5);

        assertThat(KnownLooks.bound(estimate, 0)).isEqualTo(estimate);
        assertThat(KnownLooks.bound(estimate, 1)).isEqualTo(new AccuracyEstimate(0, 0, 1, "blur"));
        assertThat(half.accuracy()).isEqualTo(0.45, within(1e-12));
        assertThat(half.low()).isEqualTo(0.4, within(1e-12));
        assertThat(half.high()).isEqualTo(0.975, within(1e-12));
    }

    private List<double[]> pictures(int count, double brightness, double contrast) {
        List<double[]> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(new double[]{brightness + 5 * random.nextGaussian(), contrast + 2 * random.nextGaussian()});
        }
        return pictures;
    }
}

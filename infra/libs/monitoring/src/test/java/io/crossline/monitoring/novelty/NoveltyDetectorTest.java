package io.crossline.monitoring.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.drift.PictureStatistic;

class NoveltyDetectorTest {

    private static final int WINDOW = 100;
    private static final double RATE = 0.1;
    private static final int FEATURES = 8;
    private static final double[] KNOWN = {3, 0, 0, 0};
    private static final double[] OTHER = {0, 3, 3, 0};

    private final Random random = new Random(1);
    private final KnownImages known = new KnownImages(images(1000, KNOWN, 1));

    /** Given batches of a tenth unknown images, then most are found, and the share of known ones among the marks is as asked. */
    @Test
    void findsUnknownImagesWithinTheRate() {
        int falseMarks = 0;
        int found = 0;
        int unknown = 0;
        for (int round = 0; round < 30; round++) {
            NoveltyDetector detector = new NoveltyDetector(new KnownImages(images(500, KNOWN, 1)), RATE, WINDOW);
            for (int batch = 0; batch < 8; batch++) {
                List<Observation> images = new ArrayList<>(images(18, KNOWN, 1));
                images.addAll(images(2, OTHER, 1));
                List<Novelty> novelties = detector.add(images);
                falseMarks += marks(novelties.subList(0, 18));
                found += marks(novelties.subList(18, 20));
                unknown += 2;
            }
        }

        assertThat((double) found / unknown).isGreaterThan(0.5);
        assertThat((double) falseMarks / (falseMarks + found)).isLessThan(0.15);
    }

    /** Given known images alone, however small the batches, then one window in ten at most has a mark, about. */
    @Test
    void marksHardlyAKnownImage() {
        int marks = 0;
        int windows = 0;
        for (int round = 0; round < 20; round++) {
            NoveltyDetector detector = new NoveltyDetector(new KnownImages(images(1000, KNOWN, 1)), RATE, WINDOW);
            for (int image = 0; image < 3 * WINDOW; image++) {
                marks += marks(detector.add(images(1, KNOWN, 1)));
            }
            windows += 3;
        }

        assertThat((double) marks / (windows * WINDOW)).isLessThan(0.005);
    }

    /** Given another lamp, which moves every image, then that is no unknown kind; one among them still is. */
    @Test
    void aLineThatMovesAsAWholeIsNotUnknown() {
        double[] moved = {3, 1, 1, 1};
        NoveltyDetector detector = new NoveltyDetector(known, RATE, WINDOW);

        List<Novelty> novelties = detector.add(images(WINDOW, moved, 1));

        assertThat(marks(novelties)).isLessThan(10); // about 30 where the move is not taken out
    }

    /** Given what was judged before, when it fills the window, then a single image is judged beside it. */
    @Test
    void aWindowIsHeldOverBatches() {
        NoveltyDetector alone = new NoveltyDetector(known, 0.05, WINDOW);
        NoveltyDetector after = new NoveltyDetector(known, 0.05, WINDOW);
        after.add(images(WINDOW, KNOWN, 1));
        Observation rather = rather();

        Novelty judgedAlone = alone.add(List.of(rather)).get(0);
        Novelty judgedAfter = after.add(List.of(rather)).get(0);

        assertThat(judgedAlone.unknown()).isTrue(); // one image in twenty may be as far
        assertThat(judgedAfter.unknown()).isFalse();
        assertThat(judgedAfter.pValue()).isCloseTo(judgedAlone.pValue(), within(0.02));
    }

    /** A known image that about 3 of 100 are as far as. */
    private Observation rather() {
        ConformalTest test = new ConformalTest(known.surprises());
        return Stream.generate(() -> images(1, KNOWN, 1).get(0)).filter(image -> {
            double p = test.pValue(known.surprise(image));
            return p > 0.02 && p < 0.035;
        }).findFirst().orElseThrow();
    }

    @Test
    void knownImagesAreNeeded() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KnownImages(images(1, KNOWN, 1)))
                .withMessage("There are 1 known images, expected at least 2");
        assertThatIllegalArgumentException().isThrownBy(() -> new NoveltyDetector(known, RATE, 0))
                .withMessage("windowImages is 0, expected at least 1");
    }

    private static int marks(List<Novelty> novelties) {
        return (int) novelties.stream().filter(Novelty::unknown).count();
    }

    private List<Observation> images(int count, double[] centre, double spread) {
        return Stream.generate(() -> {
            float[] features = new float[FEATURES];
            for (int k = 0; k < FEATURES; k++) {
                features[k] = (float) ((k < centre.length ? centre[k] : 0) + 0.5 * spread * random.nextGaussian());
            }
            double[] statistics = random.doubles(PictureStatistic.values().length).toArray();
            return new Observation(features, statistics, 0, 0.9, null);
        }).limit(count).toList();
    }
}

package io.crossline.evaluation.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.drift.Observation;

class RandomDrawTest {

    /** Given 20,000 draws of 2 of 10 images, then each image comes as often as the probability says, and none twice. */
    @Test
    void everyImageIsDrawnWithTheProbabilityThatIsRecorded() {
        List<Observation> window = window(10);
        int[] drawn = new int[10];
        for (long seed = 0; seed < 20_000; seed++) {
            List<Choice> draws = RandomDraw.of(window, 2, seed);
            assertThat(draws).extracting(Choice::probability).containsOnly(0.2);
            assertThat(draws).extracting(Choice::why).containsOnly(LabelReason.DRAWN);
            assertThat(draws).extracting(choice -> choice.image().place()).doesNotHaveDuplicates();
            draws.forEach(choice -> drawn[choice.image().place().image()]++);
        }
        // 4,000 expected, standard deviation 57
        assertThat(Arrays.stream(drawn).boxed()).allSatisfy(times -> assertThat(times).isBetween(3770, 4230));
    }

    @Test
    void theSameSeedDrawsTheSameImages() {
        assertThat(places(RandomDraw.of(window(50), 5, 3))).isEqualTo(places(RandomDraw.of(window(50), 5, 3)));
        assertThat(places(RandomDraw.of(window(50), 5, 3))).isNotEqualTo(places(RandomDraw.of(window(50), 5, 4)));
    }

    /** Given two images of which one has no place, when three are wanted, then the other comes, which was certain. */
    @Test
    void imagesWithoutAPlaceAreNotDrawn() {
        List<Observation> window = new ArrayList<>(window(1));
        window.add(new Observation(new float[1], new double[0], 0, 0.5, null));

        List<Choice> draws = RandomDraw.of(window, 3, 1);

        assertThat(places(draws)).containsExactly(0);
        assertThat(draws.get(0).probability()).isEqualTo(1);
        assertThat(RandomDraw.of(window, 0, 1)).isEmpty();
        assertThat(RandomDraw.of(List.of(), 2, 1)).isEmpty();
    }

    /** Given two draws and six useful images, then one of every four ranks is a draw. */
    @Test
    void drawnAndUsefulImagesAlternateInTheirShares() {
        List<Choice> drawn = RandomDraw.of(window(10), 2, 1);
        List<Choice> useful = window(6).stream().map(image -> new Choice(image, LabelReason.DIFFERENT, 0)).toList();

        List<Choice> mixed = LabelQueue.mixed(drawn, useful);

        assertThat(mixed).extracting(choice -> choice.why() == LabelReason.DRAWN).containsExactly(true, false, false,
                false,
                true, false, false, false);
        assertThat(mixed).extracting(Choice::rank).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(LabelQueue.mixed(drawn, List.of())).hasSize(2);
        assertThat(LabelQueue.mixed(List.of(), useful)).hasSize(6);
    }

    private static List<Integer> places(List<Choice> choices) {
        return choices.stream().map(choice -> choice.image().place().image()).toList();
    }

    private static List<Observation> window(int images) {
        return IntStream.range(0, images).mapToObj(image -> new Observation(new float[1], new double[0], 0, 0.5, null,
                new ImagePlace("images", 0, 1, image))).toList();
    }
}

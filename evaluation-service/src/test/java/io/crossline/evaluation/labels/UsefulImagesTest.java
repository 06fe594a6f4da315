package io.crossline.evaluation.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.drift.Observation;

class UsefulImagesTest {

    /** Given a sure model, when one image is wanted, then it is the one that the model is least sure of. */
    @Test
    void theLeastSureImageComesFirst() {
        List<Observation> window = window(0.99, 0.98, 0.41, 0.97);

        List<Choice> choices = UsefulImages.choose(window, List.of(), List.of(), 1);

        assertThat(indices(choices)).containsExactly(2);
        assertThat(choices.get(0).why()).isEqualTo(LabelReason.UNCERTAIN);
        assertThat(choices.get(0).rank()).isZero();
    }

    /** Given two other models, when they contradict a sure answer, then that image comes before an unsure one. */
    @Test
    void whatModelsDisagreeOnComesBeforeWhatOneIsUnsureOf() {
        List<Observation> window = window(0.99, 0.6, 0.99, 0.99);

        List<Choice> choices = UsefulImages.choose(window, List.of(new int[]{0, 0, 0, 3}, new int[]{0, 0, 0, 2}),
                List.of(), 1);

        assertThat(indices(choices)).containsExactly(3);
        assertThat(choices.get(0).why()).isEqualTo(LabelReason.DISAGREED_ON);
    }

    /** Given near copies of one unsure image and a few others, when four are wanted, then the copies come but once. */
    @Test
    void imagesLikeOneChosenAreNotChosenAgain() {
        List<Observation> window = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            window.add(observation(i, 0.4, 1 + 0.001f * i, 0));
        }
        window.add(observation(10, 0.9, 0, 5));
        window.add(observation(11, 0.8, 5, 5));
        window.add(observation(12, 0.999, -5, -5));

        List<Choice> choices = UsefulImages.choose(window, List.of(), List.of(), 4);

        assertThat(indices(choices)).filteredOn(image -> image < 10).hasSize(1);
        assertThat(indices(choices)).contains(12);
    }

    /** Given that an image like the strangest was chosen for an earlier window, then another counts as different. */
    @Test
    void whatWasChosenBeforeIsRemembered() {
        List<Observation> window = List.of(observation(0, 0.5, 0, 0), observation(1, 1, 9, 9),
                observation(2, 1, -4, 4));

        List<Choice> first = UsefulImages.choose(window, List.of(), List.of(), 2);
        List<Choice> later = UsefulImages.choose(window, List.of(), List.of(new float[]{9, 9.1f}), 2);

        assertThat(indices(first)).containsExactly(0, 1);
        assertThat(indices(later)).containsExactly(0, 2);
        assertThat(later.get(1).why()).isEqualTo(LabelReason.DIFFERENT);
    }

    /** Given a model that is entirely sure, then only what is different is asked about. */
    @Test
    void whereNothingIsDoubtfulTheDifferentAreChosen() {
        List<Choice> choices = UsefulImages.choose(window(1, 1, 1), List.of(), List.of(), 2);

        assertThat(choices).hasSize(2).allMatch(choice -> choice.why() == LabelReason.DIFFERENT);
    }

    /** Given a window of clusters, when as many images are wanted as there are clusters, then each is asked about. */
    @Test
    void everyClusterIsAskedAbout() {
        Random random = new Random(3);
        List<Observation> window = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int cluster = i < 180 ? 0 : 1 + i % 4;
            window.add(observation(i, 0.7 + 0.29 * random.nextDouble(),
                    10 * (cluster % 3) + (float) random.nextGaussian(),
                    10 * (cluster / 3) + (float) random.nextGaussian()));
        }

        Set<Integer> clusters = new HashSet<>();
        for (int image : indices(UsefulImages.choose(window, List.of(), List.of(), 8))) {
            clusters.add(image < 180 ? 0 : 1 + image % 4);
        }

        assertThat(clusters).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @Test
    void noImageIsChosenTwiceAndNoneWithoutAPlace() {
        List<Observation> window = new ArrayList<>(window(0.5, 0.6, 0.7));
        window.add(new Observation(new float[]{50, 50}, new double[0], 0, 0.1, null));

        List<Choice> choices = UsefulImages.choose(window, List.of(), List.of(), 10);

        assertThat(indices(choices)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(choices).extracting(Choice::rank).containsExactly(0, 1, 2);
        assertThat(UsefulImages.choose(window, List.of(), List.of(), 0)).isEmpty();
    }

    @Test
    void anotherModelMustPredictTheSameImages() {
        assertThatThrownBy(() -> UsefulImages.choose(window(0.5, 0.6), List.of(new int[1]), List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("expected those of the window, 2");
    }

    private static List<Observation> window(double... confidences) {
        List<Observation> window = new ArrayList<>();
        for (int i = 0; i < confidences.length; i++) {
            window.add(observation(i, confidences[i], i, -i));
        }
        return window;
    }

    private static Observation observation(int image, double confidence, float... features) {
        return new Observation(features, new double[0], 0, confidence, null,
                new ImagePlace("images", 0, 7, image));
    }

    private static List<Integer> indices(List<Choice> choices) {
        return choices.stream().map(choice -> choice.image().place().image()).toList();
    }
}

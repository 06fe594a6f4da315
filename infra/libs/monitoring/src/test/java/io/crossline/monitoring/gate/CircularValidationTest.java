package io.crossline.monitoring.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.crossline.networks.inference.Predictions;

class CircularValidationTest {

    /** Features of two classes at right angles; the third class lies between them and is never answered on the target. */
    private static final float[][] FEATURES = {{2, 0}, {3, 0.1f}, {0, 1}, {0.1f, 4}};
    private static final int[] SOURCE_LABELS = {0, 0, 0, 1};

    /** Given a model whose answers on the target are right, when they are learnt, then the source images are recognised by them. */
    @Test
    void rightAnswersComeBackRight() {
        // the source's third image lies at class 1 and is labelled 0: recalls 2/3 and 1
        assertThat(score(0, 0, 1, 1)).isCloseTo((2 / 3.0 + 1) / 2, within(1e-12));
    }

    /** Given answers the wrong way round, when they are learnt, then what they teach of the source is wrong. */
    @Test
    void wrongAnswersComeBackWrong() {
        assertThat(score(1, 1, 0, 0)).isCloseTo(1 / 3.0 / 2, within(1e-12));
    }

    /** Given one answer for all images, when it is learnt, then every source image gets it. */
    @Test
    void oneAnswerForAllIsRightAboutOneClass() {
        assertThat(score(0, 0, 0, 0)).isCloseTo(0.5, within(1e-12));
    }

    private static double score(int... answers) {
        float[][] probabilities = new float[answers.length][3];
        for (int i = 0; i < answers.length; i++) {
            probabilities[i][answers[i]] = 1;
        }
        Predictions target = new Predictions(probabilities, probabilities, FEATURES);
        Evidence evidence = new Evidence(target, List.of(target), target, SOURCE_LABELS);
        return new CircularValidation().score(evidence).of()
                .applyAsDouble(IntStream.range(0, FEATURES.length).toArray());
    }
}

package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.crossline.adaptation.dann.DannHyperparameters;
import io.crossline.contracts.ImageShape;

class PolarityTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    private static final DannHyperparameters ASKED = Hyperparameters.of(DannHyperparameters.NOTEBOOK,
            Map.of("polarity", "0.5"));

    @Test
    void linesOfTheSamePolarityKeepIt() {
        assertThat(Polarity.mayDiffer(scratched(210, 1), scratched(210, 2))).isFalse();
        assertThat(Polarity.decided(ASKED, scratched(210, 1), scratched(210, 2)).refinements().distortions()
                .polarity()).isZero();
    }

    @Test
    void brightScratchesAndDarkOnesAreBothLearnt() {
        assertThat(Polarity.mayDiffer(scratched(210, 1), scratched(50, 2))).isTrue();
        assertThat(Polarity.decided(ASKED, scratched(210, 1), scratched(50, 2))).isEqualTo(ASKED);
    }

    @Test
    void whatIsNotAskedForIsNotLookedAt() {
        assertThat(Polarity.decided(DannHyperparameters.NOTEBOOK, null, null)).isSameAs(DannHyperparameters.NOTEBOOK);
    }

    /** Grey surfaces of some noise with a scratch of about that brightness each. */
    private static UnlabelledImages scratched(int brightness, long seed) {
        Random random = new Random(seed);
        UnlabelledImages images = new UnlabelledImages(SHAPE);
        for (int i = 0; i < 60; i++) {
            byte[] image = new byte[SHAPE.bytes()];
            for (int at = 0; at < image.length; at++) {
                image[at] = (byte) (130 + 6 * random.nextGaussian());
            }
            int row = random.nextInt(28);
            int light = random.nextInt(80) - 40;
            for (int column = 4; column < 24; column++) {
                image[row * 28 + column] = (byte) (brightness + light);
            }
            images.add(image);
        }
        return images;
    }
}

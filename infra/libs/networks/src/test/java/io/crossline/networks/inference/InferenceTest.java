package io.crossline.networks.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Views;
import io.crossline.networks.ClassifierArchitecture;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.GeneratorNetworks;
import io.crossline.networks.image.Mirror;

class InferenceTest {

    private static final ImageShape SHAPE = new ImageShape(3, 28, 28);

    @Test
    void everyImageGetsItsOwnPredictionWhateverTheBatches() {
        byte[] pixels = pixels(131);
        try (Classifier classifier = new Classifier(ClassifierNetworks.create(SHAPE, 5, 1))) {
            Predictions all = classifier.predict(pixels);

            assertThat(all.count()).isEqualTo(131);
            Predictions last = classifier
                    .predict(Arrays.copyOfRange(pixels, 130 * SHAPE.bytes(), 131 * SHAPE.bytes()));
            assertThat(last.logits()[0]).containsExactly(all.logits()[130], within(1e-5f));
            assertThat(last.features()[0]).hasSize(128).containsExactly(all.features()[130], within(1e-5f));
            float sum = 0;
            for (float probability : all.probabilities()[7]) {
                sum += probability;
            }
            assertThat(sum).isCloseTo(1, within(1e-5f));
            assertThat(all.confidence(7)).isEqualTo(all.probabilities()[7][all.label(7)]);
        }
    }

    @Test
    void aClassifierOfMirroredViewsAnswersAlikeForAnImageAndItsMirrorImages() {
        byte[] pixels = pixels(5);
        try (Classifier classifier = new Classifier(ClassifierNetworks.create(ClassifierArchitecture.RESIDUAL,
                Views.MIRRORED, new ImageShape(3, 28, 28), 4, 1));
                Classifier single = new Classifier(ClassifierNetworks.create(ClassifierArchitecture.RESIDUAL,
                        Views.SINGLE, new ImageShape(3, 28, 28), 4, 1))) {
            Predictions seen = classifier.predict(pixels);

            for (Mirror mirror : Mirror.values()) {
                Predictions mirrored = classifier.predict(mirror.apply(pixels, SHAPE));
                assertThat(mirrored.logits()[3]).as(mirror.name()).containsExactly(seen.logits()[3], within(1e-4f));
                assertThat(mirrored.features()[3]).containsExactly(seen.features()[3], within(1e-4f));
            }
            assertThat(single.predict(pixels).features()[3]).isNotEqualTo(
                    single.predict(Mirror.SIDEWAYS.apply(pixels, SHAPE)).features()[3]);
        }
    }

    @Test
    void aClassifierThatGrewAnswersAsBefore() {
        byte[] pixels = pixels(9);
        ClassifierNetworks before = ClassifierNetworks.create(SHAPE, 3, 1);
        before.addToLogits(new double[]{2, -1.5, 0.5});
        try (Classifier grown = new Classifier(before.grown(5)); Classifier classifier = new Classifier(before)) {
            Predictions expected = classifier.predict(pixels);
            Predictions answers = grown.predict(pixels);

            for (int i = 0; i < 9; i++) {
                assertThat(answers.features()[i]).isEqualTo(expected.features()[i]);
                assertThat(Arrays.copyOf(answers.logits()[i], 3)).containsExactly(expected.logits()[i], within(1e-5f));
                assertThat(Arrays.copyOfRange(answers.logits()[i], 3, 5)).containsExactly(-1.5f, -1.5f);
            }
            assertThatThrownBy(() -> before.grown(2)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("classes is 2, expected at least those that the networks know, 3");
        }
    }

    @Test
    void severalThreadsMayAskAtOnce() {
        byte[] pixels = pixels(3);
        try (Classifier classifier = new Classifier(ClassifierNetworks.create(SHAPE, 5, 1))) {
            float[][] expected = classifier.predict(pixels).logits();

            List<float[][]> answers = IntStream.range(0, 8).parallel()
                    .mapToObj(i -> classifier.predict(pixels).logits()).toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer).isDeepEqualTo(expected));
        }
    }

    @Test
    void generatorsGiveImagesOfTheSameShape() {
        byte[] pixels = pixels(3);
        try (Generators generators = new Generators(GeneratorNetworks.create(SHAPE, 4, 1))) {
            byte[] translated = generators.sourceToTarget(pixels);

            assertThat(translated).hasSameSizeAs(pixels).isNotEqualTo(pixels);
            assertThat(generators.targetToSource(translated)).hasSameSizeAs(pixels);
            assertThat(generators.sourceToTarget(pixels)).as("again").isEqualTo(translated);
        }
    }

    @Test
    void noImagesAndHalfImages() {
        try (Classifier classifier = new Classifier(ClassifierNetworks.create(SHAPE, 5, 1))) {
            assertThat(classifier.predict(new byte[0]).count()).isZero();
            assertThatThrownBy(() -> classifier.predict(new byte[100])).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("pixels has 100 bytes, expected a multiple of 2352");
        }
    }

    private static byte[] pixels(int count) {
        byte[] pixels = new byte[count * SHAPE.bytes()];
        new Random(3).nextBytes(pixels);
        return pixels;
    }
}

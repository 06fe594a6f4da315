package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.crossline.adaptation.source.SourceHyperparameters;
import io.crossline.adaptation.source.SourceTrainer;
import io.crossline.contracts.ImageShape;
import io.crossline.networks.ClassifierNetworks;

/** A line with one image a class, and one with a single image of one of its classes: both train; evaluation judges what comes of it. */
class FewImagesTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    private static final int CLASSES = 3;

    static Stream<int[]> labels() {
        return Stream.of(new int[]{0, 1, 2}, new int[]{0, 0, 1, 1, 1, 2});
    }

    @ParameterizedTest
    @MethodSource("labels")
    void oneImageOfAClassTrains(int[] labels) {
        byte[] pixels = new byte[labels.length * SHAPE.bytes()];
        new Random(1).nextBytes(pixels);
        for (Sampling sampling : Sampling.values()) {
            LabelledImages images = new LabelledImages(SHAPE, CLASSES).add(pixels, labels);
            SourceTrainer trainer = new SourceTrainer(images, new SourceHyperparameters(2, 32, 0, 1e-3, new Refinements(
                    new Distortions(1, 1, 0, 0), 0.9, 0.1, 0, 0, 0, 0, 0, sampling)), 1);

            try (ClassifierNetworks networks = trainer.train(TrainingListener.none(), Checkpoints.none(),
                    () -> false)) {
                assertThat(networks.classes()).as("classes with %s", sampling).isEqualTo(CLASSES);
                float[] parameters = networks.featureExtractor().parameters().values().data().asFloat();
                for (float value : parameters) {
                    assertThat(value).as("a parameter with %s", sampling).isFinite();
                }
            }
        }
    }
}

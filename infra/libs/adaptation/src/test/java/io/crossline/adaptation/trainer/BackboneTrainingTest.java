package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.adaptation.adabn.AdaBnHyperparameters;
import io.crossline.adaptation.adabn.AdaBnTrainer;
import io.crossline.adaptation.source.SourceHyperparameters;
import io.crossline.adaptation.source.SourceTrainer;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Views;
import io.crossline.networks.ClassifierArchitecture;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.backbone.Backbone;
import io.crossline.networks.inference.Predictions;
import io.crossline.testing.TinyBackbone;

/** Trainings on a frozen backbone. */
class BackboneTrainingTest {

    private static final ImageShape SHAPE = new ImageShape(1, 20, 20);
    private static final int IMAGES = 60;
    private static final SourceHyperparameters HYPERPARAMETERS = new SourceHyperparameters(30, 20, 0, 3e-3,
            ClassifierArchitecture.BACKBONE, Views.SINGLE, Refinements.NONE);

    @TempDir
    Path folder;
    private Backbone backbone;

    @BeforeEach
    void load() {
        backbone = Backbone.load(TinyBackbone.write(folder, 1));
    }

    @AfterEach
    void unload() {
        backbone.close();
    }

    /** Given stripes of two directions, when a classifier learns on the backbone, then it knows others, and saw each once. */
    @Test
    void aClassifierLearnsOnTheFeatures() {
        LabelledImages train = stripes(1, 200);
        try (ClassifierNetworks networks = trained(train)) {
            assertThat(backbone.computed()).isEqualTo(IMAGES);
            assertThat(accuracy(networks, stripes(2, 200))).isGreaterThan(0.95);
        }
    }

    /** Given a line in weaker light, when batch normalisation takes its statistics, then the classifier is right again. */
    @Test
    void batchNormalizationAdaptsToTheTarget() {
        LabelledImages dark = stripes(3, 80);
        try (ClassifierNetworks source = trained(stripes(1, 200))) {
            double before = accuracy(source, dark);
            AdaBnTrainer trainer = new AdaBnTrainer(dark.withoutLabels(), Optional.empty(),
                    new AdaBnHyperparameters(1, 2, 0), 1, source);

            try (ClassifierNetworks adapted = trainer.train(TrainingListener.none(), Checkpoints.none(), () -> false)) {
                assertThat(accuracy(adapted, dark)).isGreaterThan(0.95).isGreaterThan(before + 0.2);
            }
        }
    }

    @Test
    void architectureAndBackboneGoTogether() {
        LabelledImages images = stripes(1, 200);

        assertThatIllegalArgumentException().isThrownBy(() -> new SourceTrainer(images, HYPERPARAMETERS, 1))
                .withMessageContaining("architecture is BACKBONE, but there is no backbone");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceTrainer(images, SourceHyperparameters.NOTEBOOK, 1, backbone))
                .withMessageContaining("architecture is NOTEBOOK, expected BACKBONE");
    }

    private ClassifierNetworks trained(LabelledImages images) {
        return new SourceTrainer(images, HYPERPARAMETERS, 1, backbone).train(TrainingListener.none(),
                Checkpoints.none(), () -> false);
    }

    private static double accuracy(ClassifierNetworks networks, LabelledImages images) {
        Predictions predictions = NetworkPredictions.of(networks, images.withoutLabels());
        int right = 0;
        for (int i = 0; i < images.count(); i++) {
            right += predictions.label(i) == images.label(i) ? 1 : 0;
        }
        return (double) right / images.count();
    }

    /** Stripes of 4 pixels, upright or lying, somewhere, as bright as told, with some noise. */
    private static LabelledImages stripes(long seed, int brightness) {
        Random random = new Random(seed);
        byte[] pixels = new byte[IMAGES * SHAPE.bytes()];
        int[] labels = new int[IMAGES];
        for (int i = 0; i < IMAGES; i++) {
            labels[i] = i % 2;
            int phase = random.nextInt(4);
            for (int pixel = 0; pixel < SHAPE.bytes(); pixel++) {
                int across = labels[i] == 0 ? pixel % SHAPE.width() : pixel / SHAPE.width();
                int value = (across + phase) % 4 < 2 ? brightness : 10;
                pixels[i * SHAPE.bytes() + pixel] = (byte) (value + random.nextInt(6));
            }
        }
        return new LabelledImages(SHAPE, 2).add(pixels, labels);
    }
}

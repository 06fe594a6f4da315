package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PixelScaling;
import io.crossline.networks.image.PixelEncoder;
import io.crossline.networks.image.ValueRange;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Floats;

class MixupTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    /** An odd number: the image in the middle meets itself. */
    private static final int IMAGES = 5;
    private static final int CLASSES = 5;

    private final ArrayPool pool = new ArrayPool();
    private final TrainingBatch batch = new TrainingBatch(pool,
            new PixelEncoder(SHAPE, ValueRange.of(PixelScaling.UNIT)), IMAGES, CLASSES);

    @AfterEach
    void close() {
        pool.close();
    }

    /** Given a batch, when it is mixed, then each image and its label are the same mean of their own and those of the last, last but one... */
    @Test
    void imagesAndLabelsAreMixedWithTheSameLambda() {
        fill();
        float[] images = Floats.read(batch.images());

        new Mixup(1, 7).apply(batch);

        float[] mixedImages = Floats.read(batch.images());
        float[] labels = Floats.read(batch.oneHot());
        float lambda = labels[0];
        assertThat(lambda).isStrictlyBetween(0f, 1f);
        int length = SHAPE.bytes();
        for (int row = 0; row < IMAGES; row++) {
            int other = IMAGES - 1 - row;
            if (row == other) {
                assertThat(labels[row * CLASSES + row]).isEqualTo(1);
            } else {
                assertThat(labels[row * CLASSES + row]).isEqualTo(lambda);
                assertThat(labels[row * CLASSES + other]).isEqualTo(1 - lambda);
            }
            for (int i = 0; i < length; i++) {
                assertThat(mixedImages[row * length + i]).isCloseTo(
                        lambda * images[row * length + i] + (1 - lambda) * images[other * length + i], within(1e-6f));
            }
        }
    }

    /** Given alpha 0, when a batch is mixed, then it stays as it was, bit for bit. */
    @Test
    void alphaZeroLeavesTheBatchAsItIs() {
        fill();
        float[] images = Floats.read(batch.images());
        float[] labels = Floats.read(batch.oneHot());

        new Mixup(0, 7).apply(batch);

        assertThat(Floats.read(batch.images())).isEqualTo(images);
        assertThat(Floats.read(batch.oneHot())).isEqualTo(labels);
    }

    /** Given many batches, when lambda is drawn, then its mean and variance are those of Beta(alpha, alpha). */
    @Test
    void lambdaIsOfTheBetaDistribution() {
        double alpha = 0.4;
        int draws = 4_000;
        Mixup mixup = new Mixup(alpha, 3);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double lambda = nextLambda(mixup);
            sum += lambda;
            squares += lambda * lambda;
        }

        double mean = sum / draws;
        assertThat(mean).isCloseTo(0.5, within(0.02));
        assertThat(squares / draws - mean * mean).isCloseTo(1 / (4 * (2 * alpha + 1)), within(0.005));
    }

    /** Given draws that were saved, when they are loaded, then the following ones are the same. */
    @Test
    void goesOnWhereItWasSaved() throws IOException {
        Mixup first = new Mixup(1, 5);
        nextLambda(first);
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        first.save(new DataOutputStream(saved));
        Mixup second = new Mixup(1, 5);

        second.load(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));

        float next = nextLambda(first);
        assertThat(nextLambda(second)).isEqualTo(next);
        assertThat(nextLambda(new Mixup(1, 6))).isNotEqualTo(next);
    }

    private float nextLambda(Mixup mixup) {
        fillLabels();
        mixup.apply(batch);
        return Floats.read(batch.oneHot())[0];
    }

    private void fill() {
        byte[] pixels = new byte[IMAGES * SHAPE.bytes()];
        new java.util.Random(1).nextBytes(pixels);
        LabelledImages images = new LabelledImages(SHAPE, CLASSES).add(pixels, new int[]{0, 1, 2, 3, 4});
        batch.fill(images, new int[]{0, 1, 2, 3, 4}, Augmentation.none(), Refinements.NONE);
    }

    private void fillLabels() {
        float[] labels = new float[IMAGES * CLASSES];
        for (int i = 0; i < IMAGES; i++) {
            labels[i * CLASSES + i] = 1;
        }
        Floats.write(labels, batch.oneHot());
    }
}

package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;

class SquareRootStreamTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    /** 64, 4 and no images of the classes 0 to 2, and one of the last. */
    private static final int[] COUNTS = {64, 4, 0, 1};

    /** Given 64, 4 and 1 images of the classes, when many are drawn, then the classes come as 8, 2 and 1 of 11, their images alike often. */
    @Test
    void classesComeByTheSquareRootOfTheirNumber() {
        int draws = 110_000;
        LabelledImages images = images();
        int[] ofImage = new int[images.count()];
        for (int index : new SquareRootStream(images, draws, 5).next()) {
            ofImage[index]++;
        }
        double[] ofClass = new double[COUNTS.length];
        for (int i = 0; i < ofImage.length; i++) {
            ofClass[images.label(i)] += (double) ofImage[i] / draws;
        }

        assertThat(ofClass).containsExactly(new double[]{8 / 11.0, 2 / 11.0, 0, 1 / 11.0}, within(0.005));
        assertThat(ofImage[0]).isBetween(1_000, 1_500);
        assertThat(ofImage[67]).isBetween(4_700, 5_300);
        assertThat(Sampling.SQUARE_ROOT.shares(COUNTS)).containsExactly(new double[]{8 / 11.0, 2 / 11.0, 0, 1 / 11.0},
                within(1e-12));
    }

    @Test
    void theOtherSamplingsHaveSharesOfTheirOwn() {
        assertThat(Sampling.PASSES.shares(COUNTS)).containsExactly(new double[]{64 / 69.0, 4 / 69.0, 0, 1 / 69.0},
                within(1e-12));
        assertThat(Sampling.CLASS_BALANCED.shares(COUNTS)).containsExactly(new double[]{1 / 3.0, 1 / 3.0, 0, 1 / 3.0},
                within(1e-12));
    }

    @Test
    void theSeedGivesTheDrawsAndTheyGoOnWhereTheyWereSaved() throws IOException {
        SquareRootStream first = new SquareRootStream(images(), 12, 5);
        first.next();
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        first.save(new DataOutputStream(saved));
        SquareRootStream second = new SquareRootStream(images(), 12, 5);

        second.load(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));

        assertThat(second.next()).isEqualTo(first.next()).isNotEqualTo(new SquareRootStream(images(), 12, 5).next());
        assertThat(new SquareRootStream(images(), 12, 6).next())
                .isNotEqualTo(new SquareRootStream(images(), 12, 5).next());
    }

    @Test
    void withoutImagesThereIsNothingToDraw() {
        assertThatThrownBy(() -> new SquareRootStream(new LabelledImages(SHAPE, 2), 4, 0))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("There is no image to draw");
    }

    private static LabelledImages images() {
        LabelledImages images = new LabelledImages(SHAPE, COUNTS.length);
        for (int k = 0; k < COUNTS.length; k++) {
            int[] labels = new int[COUNTS[k]];
            Arrays.fill(labels, k);
            images.add(new byte[labels.length * SHAPE.bytes()], labels);
        }
        return images;
    }
}

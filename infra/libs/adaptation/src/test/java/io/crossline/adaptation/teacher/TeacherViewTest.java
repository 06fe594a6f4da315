package io.crossline.adaptation.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.adaptation.trainer.Augmentation;
import io.crossline.adaptation.trainer.UnlabelledImages;
import io.crossline.contracts.ImageShape;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.image.PixelEncoder;
import io.crossline.networks.image.ValueRange;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Floats;

class TeacherViewTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    private static final int CLASSES = 3;
    private static final int IMAGES = 40;

    /** Given a confidence, when the teacher looks, then the images above it, and no others, have their best class as label. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.34, 0.36, 0.999})
    void onlySureImagesHaveALabel(double confidence) {
        try (ArrayPool pool = new ArrayPool();
                ClassifierNetworks teacher = ClassifierNetworks.create(SHAPE, CLASSES, 5)) {
            TeacherView view = view(pool, confidence);

            double share = view.look(teacher, indices());

            float[] probabilities = Floats.read(view.probabilities());
            float[] labels = Floats.read(view.pseudoLabels());
            float[] believed = Floats.read(view.believed());
            int sure = 0;
            for (int from = 0; from < probabilities.length; from += CLASSES) {
                int best = best(probabilities, from);
                boolean isSure = probabilities[best] > confidence;
                sure += isSure ? 1 : 0;
                for (int at = from; at < from + CLASSES; at++) {
                    assertThat(labels[at]).isEqualTo(isSure && at == best ? 1 : 0);
                    assertThat(believed[at]).isEqualTo(isSure ? 1 : 0);
                }
            }
            assertThat(share).isEqualTo((double) sure / IMAGES);
        }
    }

    /** Given no confidence asked for, when the teacher looks, then it is sure of all images. */
    @Test
    void withoutAThresholdAllCount() {
        try (ArrayPool pool = new ArrayPool();
                ClassifierNetworks teacher = ClassifierNetworks.create(SHAPE, CLASSES, 5)) {
            assertThat(view(pool, 0).look(teacher, indices())).isEqualTo(1);
        }
    }

    private static TeacherView view(ArrayPool pool, double confidence) {
        byte[] pixels = new byte[IMAGES * SHAPE.bytes()];
        new Random(1).nextBytes(pixels);
        return new TeacherView(pool, new PixelEncoder(SHAPE, ValueRange.UNIT), new UnlabelledImages(SHAPE).add(pixels),
                IMAGES, CLASSES, Augmentation.none(),
                confidence);
    }

    private static int[] indices() {
        int[] indices = new int[IMAGES];
        for (int i = 0; i < IMAGES; i++) {
            indices[i] = i;
        }
        return indices;
    }

    private static int best(float[] values, int from) {
        int best = from;
        for (int at = from + 1; at < from + CLASSES; at++) {
            best = values[at] > values[best] ? at : best;
        }
        return best;
    }
}

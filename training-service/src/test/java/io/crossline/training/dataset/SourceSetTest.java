package io.crossline.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.ImageShape;

class SourceSetTest {

    private static final ImageShape SHAPE = new ImageShape(1, 1, 1);
    private static final int CLASSES = 4;

    @Test
    void aFurtherClassIsThereAsOftenAsTheRarestAtLeast() {
        SourceSet source = new SourceSet(images(new int[]{0, 1, 0, 1, 0, 1, 0, 0}), List.of(), List.of(), null);
        List<GivenLabel> labels = List.of(label(0), label(1));

        SourceSet all = source.with(new Examples(images(new int[]{2, 2}), labels, List.of()));

        assertThat(all.images().labels()).containsExactly(0, 1, 0, 1, 0, 1, 0, 0, 2, 2, 2);
        assertThat(all.images().withoutLabels().image(8)).isEqualTo(all.images().withoutLabels().image(10))
                .isNotEqualTo(all.images().withoutLabels().image(9));
        assertThat(all.examples()).isEqualTo(labels);
    }

    @Test
    void manyExamplesAreNotRepeated() {
        SourceSet source = new SourceSet(images(new int[]{0, 1, 0}), List.of(), List.of(), null);

        assertThat(source.with(new Examples(images(new int[]{3, 3, 2, 3}), List.of(), List.of())).images().labels())
                .containsExactly(0, 1, 0, 3, 3, 2, 3);
    }

    private static GivenLabel label(int image) {
        return new GivenLabel("t", 0, 0, image, "stain");
    }

    private static LabelledImages images(int[] labels) {
        LabelledImages images = new LabelledImages(SHAPE, CLASSES);
        for (int i = 0; i < labels.length; i++) {
            images.add(new byte[]{(byte) i}, new int[]{labels[i]});
        }
        return images;
    }
}

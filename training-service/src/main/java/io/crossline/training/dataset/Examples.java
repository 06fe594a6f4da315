package io.crossline.training.dataset;

import java.util.List;

import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.contracts.GivenLabel;

/**
 * Images of the target line that show classes which the source line's images do not have, as people named them.
 *
 * @param images with their classes
 * @param labels of {@code images}, in their order
 * @param lost examples that were left out: their images cannot be read from Kafka any more
 */
public record Examples(LabelledImages images, List<GivenLabel> labels, List<GivenLabel> lost) {

    public Examples {
        labels = List.copyOf(labels);
        lost = List.copyOf(lost);
    }
}

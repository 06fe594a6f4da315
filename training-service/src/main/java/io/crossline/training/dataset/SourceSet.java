package io.crossline.training.dataset;

import java.util.List;

import io.crossline.training.trainer.LabelledImages;

/**
 * Labelled images of a source line.
 *
 * @param positions of the batches taken, in the order of the images
 */
public record SourceSet(LabelledImages images, List<BatchPosition> positions, ReadReport report) {

    public SourceSet {
        positions = List.copyOf(positions);
    }
}

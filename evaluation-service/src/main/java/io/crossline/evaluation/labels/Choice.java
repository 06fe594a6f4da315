package io.crossline.evaluation.labels;

import io.crossline.evaluation.drift.Observation;

/**
 * An image of a window that is worth a label.
 *
 * @param image with its place
 * @param rank 0 for the window's most useful image, 1 for the next
 */
public record Choice(Observation image, Why why, int rank) {

    public Choice {
        if (image.place() == null || why == null || rank < 0) {
            throw new IllegalArgumentException("An image to label needs a place, a reason and a rank from 0; this is "
                    + why + ", rank " + rank + ", place " + image.place());
        }
    }
}

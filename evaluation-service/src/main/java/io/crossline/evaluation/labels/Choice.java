package io.crossline.evaluation.labels;

import io.crossline.monitoring.drift.Observation;

/**
 * An image of a window that people are asked about.
 *
 * @param image with its place
 * @param rank 0 for the window's image that is asked about first, 1 for the next
 * @param probability with which each image of the window was drawn, above 0 to 1; null where the image was not drawn at random
 */
public record Choice(Observation image, LabelReason why, int rank, Double probability) {

    public Choice {
        if (image.place() == null || why == null || rank < 0) {
            throw new IllegalArgumentException("An image to label needs a place, a reason and a rank from 0; this is "
                    + why + ", rank " + rank + ", place " + image.place());
        }
        if ((why == LabelReason.DRAWN) != (probability != null)
                || probability != null && !(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability is " + probability + " of an image that is " + why
                    + ", expected one above 0 to 1 where it was drawn at random, and none elsewhere");
        }
    }

    /** Of an image that was not drawn at random. */
    public Choice(Observation image, LabelReason why, int rank) {
        this(image, why, rank, null);
    }

    Choice ranked(int other) {
        return new Choice(image, why, other, probability);
    }
}

package io.crossline.evaluation.novelty;

import java.util.List;

import io.crossline.evaluation.drift.Observation;

/**
 * Images of a line that its model knows, and how far others are from them: the mean distance to the nearest few in an
 * {@link ImageSpace}. A known image is compared with the others, a new one with all: the same score as nearly as makes no difference
 * once there are a few dozen.
 *
 * <p>
 * They are the images of the line itself that the model was trained on, without labels for all but the source line. Images of the
 * source line would not do: on a line that looks different they are all far away. That the model has seen the known images and not
 * the new ones makes the new ones' scores a little greater; by how much is measured.
 */
public final class KnownImages {

    private final ImageSpace space;
    private final NearestDistance nearest;
    private final double[] scores;

    /** @param images at least two */
    public KnownImages(List<Observation> images) {
        if (images.size() < 2) {
            throw new IllegalArgumentException("There are " + images.size() + " known images, expected at least 2");
        }
        this.space = new ImageSpace(images);
        this.nearest = new NearestDistance(images.stream().map(space::place).toArray(float[][]::new));
        this.scores = nearest.within();
    }

    /** How far each known image is from the others. */
    public double[] scores() {
        return scores.clone();
    }

    /** Where the image is. */
    public float[] place(Observation image) {
        return space.place(image);
    }

    /** How far the place is from the known images, 0 or more. */
    public double score(float[] place) {
        return nearest.from(place);
    }
}

package io.crossline.monitoring.novelty;

import java.util.List;
import java.util.stream.IntStream;

import io.crossline.monitoring.drift.Observation;

/**
 * Images of a line that its model knows, and how far others are from them, seen in two ways: by the model's features at length 1, and
 * by {@linkplain PictureLook light, contrast, sharpness and noise} of the picture. Each time it is the mean distance to the nearest
 * few (Sun et al. 2022). The features alone miss what the model was never taught to look at; the look alone misses what is seen
 * in the shape. A known image is compared with the others, a new one with all: the same as nearly as makes no difference once there
 * are a few dozen.
 *
 * <p>
 * They are the images of the line itself that the model was trained on, on a target line without labels. Images of the
 * source line would not do: on a line that looks different they are all far away. That the model has seen the known images and not
 * the new ones makes the new ones a little farther; by how much is measured.
 */
public final class KnownImages {

    private static final double SMALL = 1e-6;

    private final PictureLook look;
    private final KnownDistances byFeatures;
    private final KnownDistances byLook;

    /** Of one image, seen in both ways. */
    record Distances(double features, double look) {}

    /** @param images at least two */
    public KnownImages(List<Observation> images) {
        if (images.size() < 2) {
            throw new IllegalArgumentException("There are " + images.size() + " known images, expected at least 2");
        }
        this.look = new PictureLook(images);
        this.byFeatures = new KnownDistances(images.stream().map(KnownImages::direction).toArray(float[][]::new));
        this.byLook = new KnownDistances(images.stream().map(look::of).toArray(float[][]::new));
    }

    /** How surprising each known image is among the others. */
    public double[] surprises() {
        double[] features = byFeatures.known();
        double[] looks = byLook.known();
        return IntStream.range(0, features.length)
                .mapToDouble(i -> Math.max(byFeatures.surprise(features[i]), byLook.surprise(looks[i]))).toArray();
    }

    /** How surprising the image is: greater is rarer among the known ones. */
    public double surprise(Observation image) {
        return surprise(distances(image), new Distances(1, 1));
    }

    /** @param moved what the distances are divided by */
    double surprise(Distances distances, Distances moved) {
        return Math.max(byFeatures.surprise(distances.features() / moved.features()),
                byLook.surprise(distances.look() / moved.look()));
    }

    Distances distances(Observation image) {
        return new Distances(byFeatures.from(direction(image)), byLook.from(look.of(image)));
    }

    /** How much farther than the known images the newest images are as a whole, at least 1 each. */
    Distances moved(List<Distances> newest) {
        return new Distances(byFeatures.moved(newest.stream().mapToDouble(Distances::features).toArray()),
                byLook.moved(newest.stream().mapToDouble(Distances::look).toArray()));
    }

    /** Where the image is, so that distances say how unlike images are: features and look, each in its unit. */
    float[] position(Observation image) {
        float[] features = direction(image);
        float[] picture = look.of(image);
        float[] position = new float[features.length + picture.length];
        for (int k = 0; k < features.length; k++) {
            position[k] = (float) (features[k] / byFeatures.unit());
        }
        for (int k = 0; k < picture.length; k++) {
            position[features.length + k] = (float) (picture[k] / byLook.unit());
        }
        return position;
    }

    /** The model's features at length 1. */
    private static float[] direction(Observation image) {
        double square = SMALL * SMALL;
        for (float feature : image.features()) {
            square += feature * feature;
        }
        float[] direction = new float[image.features().length];
        for (int k = 0; k < direction.length; k++) {
            direction[k] = (float) (image.features()[k] / Math.sqrt(square));
        }
        return direction;
    }
}

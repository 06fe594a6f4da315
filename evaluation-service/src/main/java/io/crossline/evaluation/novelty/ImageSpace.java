package io.crossline.evaluation.novelty;

import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

import io.crossline.evaluation.drift.Observation;
import io.crossline.evaluation.drift.PictureStatistic;

/**
 * Where images are so that distances say how unlike they are: the model's features, each image's divided by their length (Sun et al.
 * 2022), beside the light, contrast, sharpness and noise of the picture, each in standard deviations of the known images. Each of the
 * two parts is divided by the median distance between known neighbours in it, so that both count alike.
 */
final class ImageSpace {

    private static final List<PictureStatistic> STATISTICS = List.of(PictureStatistic.BRIGHTNESS,
            PictureStatistic.CONTRAST, PictureStatistic.SHARPNESS, PictureStatistic.NOISE);
    private static final double SMALL = 1e-6;

    private final double[] means = new double[STATISTICS.size()];
    private final double[] deviations = new double[STATISTICS.size()];
    private final double featureScale;
    private final double pictureScale;

    /** @param known at least two */
    ImageSpace(List<Observation> known) {
        for (int k = 0; k < means.length; k++) {
            int statistic = STATISTICS.get(k).ordinal();
            double[] values = known.stream().mapToDouble(image -> image.statistics()[statistic]).toArray();
            means[k] = new Mean().evaluate(values);
            deviations[k] = Math.max(SMALL, new StandardDeviation().evaluate(values));
        }
        this.featureScale = scale(known.stream().map(ImageSpace::direction).toArray(float[][]::new));
        this.pictureScale = scale(known.stream().map(this::look).toArray(float[][]::new));
    }

    private static double scale(float[][] places) {
        double[] distances = new NearestDistance(places).within();
        Arrays.sort(distances);
        return Math.max(SMALL, distances[distances.length / 2]);
    }

    float[] place(Observation image) {
        float[] direction = direction(image);
        float[] look = look(image);
        float[] place = new float[direction.length + look.length];
        for (int k = 0; k < direction.length; k++) {
            place[k] = (float) (direction[k] / featureScale);
        }
        for (int k = 0; k < look.length; k++) {
            place[direction.length + k] = (float) (look[k] / pictureScale);
        }
        return place;
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

    private float[] look(Observation image) {
        float[] look = new float[means.length];
        for (int k = 0; k < look.length; k++) {
            look[k] = (float) ((image.statistics()[STATISTICS.get(k).ordinal()] - means[k]) / deviations[k]);
        }
        return look;
    }
}

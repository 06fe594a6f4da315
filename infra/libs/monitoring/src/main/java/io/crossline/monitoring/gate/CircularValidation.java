package io.crossline.monitoring.gate;

import java.util.Arrays;

/**
 * Circular validation (Bruzzone and Marconcini 2010): what the model says of the target images is learnt as if it were true, and tried on the
 * labelled source images. Learnt are the means of the classes' features, all of length 1; an image is of the class whose mean is nearest by
 * the cosine. The score is the mean over the classes of the share of right answers: classes count alike, however rare they are.
 */
final class CircularValidation implements Validator {

    @Override
    public String name() {
        return "circular";
    }

    @Override
    public Score score(Evidence evidence) {
        float[][] known = evidence.source().features();
        double[][] means = means(evidence);
        boolean[] right = new boolean[known.length];
        for (int i = 0; i < known.length; i++) {
            right[i] = nearest(means, known[i]) == evidence.sourceLabels()[i];
        }
        return Score.balanced(right, evidence.sourceLabels(), means.length);
    }

    /** {@code [K][F]}, each of length 1; not numbers for a class that the model gives to no target image. */
    private static double[][] means(Evidence evidence) {
        float[][] features = evidence.target().features();
        double[][] means = new double[evidence.target().probabilities()[0].length][features[0].length];
        for (int i = 0; i < features.length; i++) {
            double length = 0;
            for (float value : features[i]) {
                length = Math.hypot(length, value);
            }
            double[] mean = means[evidence.target().label(i)];
            for (int f = 0; f < mean.length; f++) {
                mean[f] += length == 0 ? 0 : features[i][f] / length;
            }
        }
        for (double[] mean : means) {
            double length = Math.sqrt(Arrays.stream(mean).map(value -> value * value).sum());
            Arrays.setAll(mean, f -> mean[f] / length);
        }
        return means;
    }

    /** The class with the greatest product; a mean that is no number is nearest to nothing. */
    private static int nearest(double[][] means, float[] features) {
        int nearest = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < means.length; k++) {
            double product = 0;
            for (int f = 0; f < features.length; f++) {
                product += means[k][f] * features[f];
            }
            if (product > most) {
                most = product;
                nearest = k;
            }
        }
        return nearest;
    }
}

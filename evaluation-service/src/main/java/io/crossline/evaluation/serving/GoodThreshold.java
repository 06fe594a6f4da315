package io.crossline.evaluation.serving;

import java.util.Arrays;

import io.crossline.networks.inference.Predictions;

/**
 * A part is served as good only where the model holds that for probable enough: so that few defects escape.
 *
 * @param good index of the good class
 * @param least least probability of the good class with which a part is served as good, 0 to 1, or just above 1: then none is
 * @param defects labelled images of defects by which it was chosen
 * @param proven whether these are enough to hold the limit on images that are drawn like them
 */
public record GoodThreshold(int good, double least, int defects, boolean proven) {

    /**
     * The least threshold that holds a limit on images drawn like the given ones: of n defects at most k may be called good, where
     * {@code (k + 1) / (n + 1) <= limit} (conformal risk control, Angelopoulos et al. 2022, section 1.1). With fewer defects than that
     * needs, none of them may.
     *
     * @param calledGood probability of the good class for each image of a defect, 0 where the model answers with another class
     * @param limit largest share of the defects that may be called good, 0 to 1
     */
    static GoodThreshold of(int good, double[] calledGood, double limit) {
        int n = calledGood.length;
        int allowed = (int) Math.floor(limit * (n + 1)) - 1;
        if (allowed >= n) {
            return new GoodThreshold(good, 0, n, true);
        }
        double[] rising = Arrays.stream(calledGood).sorted().toArray();
        double highestStopped = n == 0 ? 0 : rising[n - 1 - Math.max(0, allowed)];
        return new GoodThreshold(good, Math.nextUp(highestStopped), n, allowed >= 0);
    }

    /**
     * The same predictions, but that an image which is not probably enough good is answered with the most probable other class. Its
     * probabilities are then those among the other classes.
     */
    Predictions apply(Predictions predictions) {
        float[][] probabilities = predictions.probabilities().clone();
        for (int i = 0; i < probabilities.length; i++) {
            if (predictions.label(i) == good && probabilities[i][good] < least) {
                probabilities[i] = withoutGood(probabilities[i]);
            }
        }
        return new Predictions(predictions.logits(), probabilities, predictions.features());
    }

    private float[] withoutGood(float[] row) {
        float[] others = row.clone();
        others[good] = 0;
        float sum = 0;
        for (float probability : others) {
            sum += probability;
        }
        for (int k = 0; k < others.length; k++) {
            if (k != good) {
                others[k] = sum > 0 ? others[k] / sum : 1f / (others.length - 1);
            }
        }
        return others;
    }
}

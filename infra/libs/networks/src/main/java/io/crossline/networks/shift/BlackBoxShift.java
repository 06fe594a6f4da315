package io.crossline.networks.shift;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/**
 * Black-box shift estimation (Lipton, Wang and Smola 2018): the shares q for which the classifier, confused as it is on the source,
 * would predict each class as often as it does: {@code C q = m}, {@code C_ij = P(predicted i | class j)}. With {@code q_j = w_j
 * p_j} this is the paper's {@code C w = m} of joint frequencies.
 *
 * <p>
 * The solution of the equation may have negative shares, or there may be none; taken are the shares within bounds that make
 * {@code |C q - m|^2} least, by accelerated projected gradients (Beck and Teboulle 2009).
 */
public final class BlackBoxShift {

    private static final int MOST_STEPS = 500;
    private static final double CLOSE = 1e-7;

    private BlackBoxShift() {}

    /**
     * @param confusion C, {@code [K][K]}, columns sum to 1
     * @param predicted m, {@code [K]}: share of the target's images that are predicted as each class
     * @return {@code [K]}, sums to 1
     */
    public static double[] shares(double[][] confusion, double[] predicted, ShareBounds bounds) {
        return shares(confusion, predicted, bounds, predicted);
    }

    /** The same, beginning with {@code start}: the nearer to the end, the fewer steps. */
    static double[] shares(double[][] confusion, double[] predicted, ShareBounds bounds, double[] start) {
        RealMatrix c = new Array2DRowRealMatrix(confusion, false);
        RealMatrix gram = c.transpose().multiply(c);
        double[] toward = c.transpose().operate(predicted);
        // at most the largest eigenvalue's reciprocal
        double stepSize = 1 / gram.getNorm1();
        double[] shares = bounds.nearest(start);
        double[] ahead = shares;
        double momentum = 1;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = gram.operate(ahead);
            double[] moved = new double[shares.length];
            for (int k = 0; k < moved.length; k++) {
                moved[k] = ahead[k] - stepSize * (gradient[k] - toward[k]);
            }
            double[] next = bounds.nearest(moved);
            double nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            double change = 0;
            ahead = new double[next.length];
            for (int k = 0; k < next.length; k++) {
                change = Math.max(change, Math.abs(next[k] - shares[k]));
                ahead[k] = next[k] + (momentum - 1) / nextMomentum * (next[k] - shares[k]);
            }
            shares = next;
            momentum = nextMomentum;
            if (change < CLOSE) {
                break;
            }
        }
        return shares;
    }

    /**
     * @param predicted class of each image
     * @param labels of the same images; each class at least once
     * @return C
     */
    static double[][] confusion(int[] predicted, int[] labels, int classes) {
        double[][] confusion = new double[classes][classes];
        int[] counts = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            confusion[predicted[i]][labels[i]]++;
            counts[labels[i]]++;
        }
        for (double[] row : confusion) {
            for (int j = 0; j < classes; j++) {
                row[j] /= counts[j];
            }
        }
        return confusion;
    }

    /** @return m */
    static double[] frequencies(int[] predicted, int classes) {
        double[] shares = new double[classes];
        for (int label : predicted) {
            shares[label] += 1.0 / predicted.length;
        }
        return shares;
    }
}

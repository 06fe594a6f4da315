package io.crossline.networks.shift;

import java.util.Arrays;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Bias-corrected temperature scaling (Alexandari, Kundaje and Shrikumar 2020, equation 7): {@code softmax(log p / T + b)}. What it
 * calibrates, EM for label shift takes at its word.
 *
 * <p>
 * Fitted by Newton's method to the likelihood of labels, which is concave in {@code 1/T} and b, less
 * {@code ((1/T - 1)^2 + |b|^2) / 2}: with labels that are all predicted rightly, the likelihood alone would have T go to 0.
 *
 * @param scale {@code 1/T}
 * @param bias b, {@code [K]}
 */
public record BiasCorrectedTemperature(double scale, double[] bias) {

    /** Probabilities below count as this. */
    private static final double LEAST = 1e-12;
    private static final double RIDGE = 1;
    private static final int MOST_STEPS = 50;
    private static final double CLOSE = 1e-8;

    /** Probabilities taken at their word. */
    public static BiasCorrectedTemperature none(int classes) {
        return new BiasCorrectedTemperature(1, new double[classes]);
    }

    /**
     * @param probabilities {@code [N][K]}, of images that the classifier did not learn
     * @param labels {@code [N]}, 0 to K - 1
     */
    public static BiasCorrectedTemperature fit(float[][] probabilities, int[] labels) {
        int classes = Checks.requireLabelled(probabilities, labels);
        return fit(logarithms(probabilities), labels, none(classes));
    }

    /** The same from logarithms of probabilities, beginning with {@code from}: the nearer to the end, the fewer steps. */
    static BiasCorrectedTemperature fit(double[][] logarithms, int[] labels, BiasCorrectedTemperature from) {
        double[] now = from.parameters();
        double loss = loss(now, logarithms, labels);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = newton(now, logarithms, labels);
            double length = 1;
            double[] next = moved(now, direction, length);
            double nextLoss = loss(next, logarithms, labels);
            while (nextLoss > loss && length > CLOSE) {
                length /= 2;
                next = moved(now, direction, length);
                nextLoss = loss(next, logarithms, labels);
            }
            double gained = loss - nextLoss;
            if (gained > 0) {
                now = next;
                loss = nextLoss;
            }
            if (gained < CLOSE * logarithms.length) {
                break;
            }
        }
        return new BiasCorrectedTemperature(now[0], Arrays.copyOfRange(now, 1, now.length));
    }

    /** @return {@code [N][K]}, rows sum to 1 */
    public double[][] apply(float[][] probabilities) {
        return apply(logarithms(probabilities));
    }

    double[][] apply(double[][] logarithms) {
        double[] parameters = parameters();
        return Arrays.stream(logarithms).map(row -> softmax(parameters, row)).toArray(double[][]::new);
    }

    static double[][] logarithms(float[][] probabilities) {
        double[][] logarithms = new double[probabilities.length][];
        for (int i = 0; i < logarithms.length; i++) {
            logarithms[i] = new double[probabilities[i].length];
            for (int k = 0; k < logarithms[i].length; k++) {
                logarithms[i][k] = Math.log(Math.max(LEAST, probabilities[i][k]));
            }
        }
        return logarithms;
    }

    private double[] parameters() {
        double[] parameters = new double[bias.length + 1];
        parameters[0] = scale;
        System.arraycopy(bias, 0, parameters, 1, bias.length);
        return parameters;
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] to = from.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += length * direction[i];
        }
        return to;
    }

    /** The step to the minimum of the loss's second-order approximation. */
    private static double[] newton(double[] parameters, double[][] logarithms, int[] labels) {
        int size = parameters.length;
        double[] downhill = new double[size];
        double[][] curvature = new double[size][size];
        for (int i = 0; i < size; i++) {
            downhill[i] = RIDGE * ((i == 0 ? 1 : 0) - parameters[i]);
            curvature[i][i] = RIDGE;
        }
        for (int i = 0; i < labels.length; i++) {
            add(softmax(parameters, logarithms[i]), logarithms[i], labels[i], downhill, curvature);
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false)).getSolver()
                .solve(new ArrayRealVector(downhill, false)).toArray();
    }

    private static void add(double[] p, double[] z, int label, double[] downhill, double[][] curvature) {
        double mean = 0;
        for (int k = 0; k < p.length; k++) {
            mean += p[k] * z[k];
        }
        downhill[0] += z[label] - mean;
        downhill[label + 1] += 1;
        for (int k = 0; k < p.length; k++) {
            downhill[k + 1] -= p[k];
            double cross = p[k] * (z[k] - mean);
            curvature[0][0] += cross * z[k];
            curvature[0][k + 1] += cross;
            curvature[k + 1][0] += cross;
            curvature[k + 1][k + 1] += p[k];
            for (int l = 0; l < p.length; l++) {
                curvature[k + 1][l + 1] -= p[k] * p[l];
            }
        }
    }

    private static double loss(double[] parameters, double[][] logarithms, int[] labels) {
        double loss = RIDGE / 2 * (parameters[0] - 1) * (parameters[0] - 1);
        for (int k = 1; k < parameters.length; k++) {
            loss += RIDGE / 2 * parameters[k] * parameters[k];
        }
        for (int i = 0; i < labels.length; i++) {
            loss -= Math.log(Math.max(Double.MIN_NORMAL, softmax(parameters, logarithms[i])[labels[i]]));
        }
        return loss;
    }

    private static double[] softmax(double[] parameters, double[] logarithms) {
        double[] values = new double[logarithms.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < values.length; k++) {
            values[k] = parameters[0] * logarithms[k] + parameters[k + 1];
            largest = Math.max(largest, values[k]);
        }
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.exp(values[k] - largest);
            sum += values[k];
        }
        for (int k = 0; k < values.length; k++) {
            values[k] /= sum;
        }
        return values;
    }
}

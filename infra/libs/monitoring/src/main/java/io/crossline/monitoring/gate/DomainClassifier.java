package io.crossline.monitoring.gate;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** Tells target from source by standardised features: logistic regression with a ridge, by Newton's steps. */
final class DomainClassifier {

    private static final int STEPS = 12;
    /** Of one image's weight: keeps lines apart that features separate fully. */
    private static final double RIDGE = 1;

    private final double[] mean;
    private final double[] deviation;
    private final double[] coefficients;

    private DomainClassifier(double[] mean, double[] deviation, double[] coefficients) {
        this.mean = mean;
        this.deviation = deviation;
        this.coefficients = coefficients;
    }

    /**
     * @param source {@code [M][D]}
     * @param target {@code [N][D]}
     */
    static DomainClassifier fit(float[][] source, float[][] target) {
        int dimensions = source[0].length;
        double[] mean = new double[dimensions];
        double[] deviation = new double[dimensions];
        int images = source.length + target.length;
        for (int d = 0; d < dimensions; d++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < images; i++) {
                double value = row(source, target, i)[d];
                sum += value;
                squares += value * value;
            }
            mean[d] = sum / images;
            deviation[d] = Math.sqrt(Math.max(1e-12, squares / images - mean[d] * mean[d]));
        }
        DomainClassifier unfitted = new DomainClassifier(mean, deviation, new double[dimensions + 1]);
        double[][] inputs = new double[images][];
        for (int i = 0; i < images; i++) {
            inputs[i] = unfitted.input(row(source, target, i));
        }
        return new DomainClassifier(mean, deviation, newton(inputs, source.length));
    }

    private static double[] newton(double[][] inputs, int sources) {
        RealMatrix x = new Array2DRowRealMatrix(inputs, false);
        RealVector coefficients = new ArrayRealVector(inputs[0].length);
        for (int step = 0; step < STEPS; step++) {
            double[] scores = x.operate(coefficients).toArray();
            RealVector gradient = coefficients.mapMultiply(RIDGE);
            double[][] weighted = new double[inputs.length][];
            double[] residual = new double[inputs.length];
            for (int i = 0; i < inputs.length; i++) {
                double p = sigmoid(scores[i]);
                residual[i] = p - (i < sources ? 0 : 1);
                weighted[i] = new ArrayRealVector(inputs[i]).mapMultiply(Math.sqrt(p * (1 - p))).toArray();
            }
            gradient = gradient.add(x.preMultiply(new ArrayRealVector(residual)));
            RealMatrix root = new Array2DRowRealMatrix(weighted, false);
            RealMatrix hessian = root.transpose().multiply(root);
            for (int d = 0; d < hessian.getRowDimension(); d++) {
                hessian.addToEntry(d, d, RIDGE);
            }
            coefficients = coefficients.subtract(new CholeskyDecomposition(hessian).getSolver().solve(gradient));
        }
        return coefficients.toArray();
    }

    /** @return probability that features {@code [D]} are of the target line */
    double target(float[] features) {
        double[] input = input(features);
        double score = 0;
        for (int d = 0; d < input.length; d++) {
            score += coefficients[d] * input[d];
        }
        return sigmoid(score);
    }

    private double[] input(float[] features) {
        double[] input = new double[features.length + 1];
        for (int d = 0; d < features.length; d++) {
            input[d] = (features[d] - mean[d]) / deviation[d];
        }
        input[features.length] = 1;
        return input;
    }

    private static float[] row(float[][] source, float[][] target, int image) {
        return image < source.length ? source[image] : target[image - source.length];
    }

    private static double sigmoid(double score) {
        return 1 / (1 + Math.exp(-score));
    }
}

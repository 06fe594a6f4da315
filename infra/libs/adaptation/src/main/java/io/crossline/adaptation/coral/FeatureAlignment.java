package io.crossline.adaptation.coral;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.correlation.Covariance;

/**
 * Linear CORAL (Sun, Feng and Saenko 2016, algorithm 1): gives the source's features the covariance of the target's,
 * {@code x' = (x - m_s) C_s^(-1/2) C_t^(1/2) + m_t} with {@code C = covariance + regularization I}. The paper's features have
 * mean 0; ours, after a rectifier, do not, so the means m are moved as well.
 */
final class FeatureAlignment {

    private final double[] sourceMean;
    private final double[] targetMean;
    private final RealMatrix map;

    /**
     * @param source {@code [N, d]}
     * @param target {@code [M, d]}
     * @param regularization added to the covariances' diagonals, above 0
     */
    FeatureAlignment(float[][] source, float[][] target, double regularization) {
        this.sourceMean = mean(source);
        this.targetMean = mean(target);
        RealMatrix whitening = power(covariance(source, regularization), -0.5);
        this.map = whitening.multiply(power(covariance(target, regularization), 0.5));
    }

    /** @return the aligned features, {@code [N, d]} in C order */
    float[][] apply(float[][] source) {
        return Arrays.stream(source).map(this::apply).toArray(float[][]::new);
    }

    private float[] apply(float[] features) {
        double[] centred = new double[features.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = features[i] - sourceMean[i];
        }
        double[] moved = map.preMultiply(centred);
        float[] aligned = new float[features.length];
        for (int i = 0; i < aligned.length; i++) {
            aligned[i] = (float) (moved[i] + targetMean[i]);
        }
        return aligned;
    }

    private static double[] mean(float[][] features) {
        double[] mean = new double[features[0].length];
        for (float[] row : features) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / (double) features.length;
            }
        }
        return mean;
    }

    private static RealMatrix covariance(float[][] features, double regularization) {
        double[][] values = new double[features.length][];
        for (int n = 0; n < values.length; n++) {
            values[n] = new double[features[n].length];
            for (int i = 0; i < values[n].length; i++) {
                values[n][i] = features[n][i];
            }
        }
        RealMatrix covariance = new Covariance(new Array2DRowRealMatrix(values, false)).getCovarianceMatrix();
        return covariance
                .add(MatrixUtils.createRealIdentityMatrix(covariance.getRowDimension()).scalarMultiply(regularization));
    }

    /** A symmetric positive matrix to a power, by its eigenvalues. */
    private static RealMatrix power(RealMatrix symmetric, double exponent) {
        EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(symmetric);
        DoubleUnaryOperator power = value -> Math.pow(value, exponent);
        double[] powers = Arrays.stream(eigen.getEigenvalues()).map(power).toArray();
        return eigen.getV().multiply(MatrixUtils.createRealDiagonalMatrix(powers)).multiply(eigen.getVT());
    }
}

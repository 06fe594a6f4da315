package io.crossline.monitoring.projection;

import java.util.Arrays;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.stat.correlation.Covariance;

/**
 * The two directions of greatest variance (Pearson 1901; Hotelling 1933). The sign of a direction is free: its entry of
 * greatest magnitude is made positive, so that the same data always give the same picture.
 */
public final class PrincipalComponents {

    private static final int COMPONENTS = 2;

    private final double[] mean;
    private final double[][] directions;

    private PrincipalComponents(double[] mean, double[][] directions) {
        this.mean = mean;
        this.directions = directions;
    }

    /**
     * @param features {@code [N][D]}, finite, N at least 1
     * @throws IllegalArgumentException if a value is not finite or the rows are not of one length
     */
    public static PrincipalComponents fit(float[][] features) {
        int width = features[0].length;
        double[][] rows = new double[features.length][];
        double[] mean = new double[width];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = finite(features[i], width);
            for (int d = 0; d < width; d++) {
                mean[d] += rows[i][d] / rows.length;
            }
        }
        double[][] directions = new double[COMPONENTS][width];
        if (rows.length > 1 && width > 1) {
            // the singular vectors of a covariance are its eigenvectors, the greatest variance first; Commons Math's
            // EigenDecomposition gives up on some covariances of features that lie nearly on a line
            RealMatrix vectors = new SingularValueDecomposition(covariance(rows)).getU();
            for (int c = 0; c < COMPONENTS; c++) {
                directions[c] = signed(vectors.getColumn(c));
            }
        }
        return new PrincipalComponents(mean, directions);
    }

    /** @return {@code {x, y}} */
    public double[] project(float[] features) {
        double[] point = new double[COMPONENTS];
        for (int c = 0; c < COMPONENTS; c++) {
            for (int d = 0; d < mean.length; d++) {
                point[c] += (features[d] - mean[d]) * directions[c][d];
            }
        }
        return point;
    }

    private static RealMatrix covariance(double[][] rows) {
        return new Covariance(new Array2DRowRealMatrix(rows, false)).getCovarianceMatrix();
    }

    private static double[] finite(float[] features, int width) {
        if (features.length != width) {
            throw new IllegalArgumentException("features have " + features.length + " and " + width + " values");
        }
        double[] row = new double[width];
        for (int d = 0; d < width; d++) {
            if (!Float.isFinite(features[d])) {
                throw new IllegalArgumentException("feature " + d + " is " + features[d]);
            }
            row[d] = features[d];
        }
        return row;
    }

    private static double[] signed(double[] direction) {
        double greatest = 0;
        for (double entry : direction) {
            if (Math.abs(entry) > Math.abs(greatest)) {
                greatest = entry;
            }
        }
        double sign = greatest < 0 ? -1 : 1;
        return Arrays.stream(direction).map(entry -> sign * entry).toArray();
    }
}

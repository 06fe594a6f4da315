package io.crossline.adaptation.coral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.hipparchus.stat.correlation.Covariance;
import org.junit.jupiter.api.Test;

class FeatureAlignmentTest {

    /** Given features of another covariance and mean, when they are aligned, then they have the target's. */
    @Test
    void givesTheSourceTheTargetsStatistics() {
        float[][] source = features(1, 500, 1, 0.2, 3);
        float[][] target = features(2, 400, -2, 0.9, 0.5);

        float[][] aligned = new FeatureAlignment(source, target, 1e-9).apply(source);

        double[][] expected = covariance(target);
        double[][] actual = covariance(aligned);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(actual[i][j]).isCloseTo(expected[i][j], within(1e-4));
            }
            assertThat(mean(aligned, i)).isCloseTo(mean(target, i), within(1e-4));
        }
    }

    private static float[][] features(long seed, int count, double mean, double mix, double scale) {
        Random random = new Random(seed);
        float[][] features = new float[count][3];
        for (float[] row : features) {
            double shared = random.nextGaussian();
            for (int i = 0; i < 3; i++) {
                row[i] = (float) (mean * i + scale * (mix * shared + (i + 1) * random.nextGaussian()));
            }
        }
        return features;
    }

    private static double[][] covariance(float[][] features) {
        double[][] values = new double[features.length][3];
        for (int n = 0; n < features.length; n++) {
            for (int i = 0; i < 3; i++) {
                values[n][i] = features[n][i];
            }
        }
        return new Covariance(values).getCovarianceMatrix().getData();
    }

    private static double mean(float[][] features, int column) {
        double sum = 0;
        for (float[] row : features) {
            sum += row[column];
        }
        return sum / features.length;
    }
}

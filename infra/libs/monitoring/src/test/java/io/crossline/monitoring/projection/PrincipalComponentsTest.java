package io.crossline.monitoring.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {

    @Test
    void findsTheLongAndTheShortAxisOfAnEllipse() {
        // Given points at mean (10, 20, 5), far apart along (0.6, 0.8, 0), less along (-0.8, 0.6, 0), flat in the third
        float[][] points = new float[400][];
        Random random = new Random(1);
        double[][] places = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            double far = 9 * random.nextGaussian();
            double near = 2 * random.nextGaussian();
            places[i] = new double[]{far, near};
            points[i] = new float[]{(float) (10 + 0.6 * far - 0.8 * near), (float) (20 + 0.8 * far + 0.6 * near), 5};
        }

        // When
        PrincipalComponents components = PrincipalComponents.fit(points);
        double[] first = components.project(points[0]);
        double[] second = components.project(points[1]);

        // Then distances in the plane are those of the points, and the x axis runs along the greatest variance
        assertThat(Math.hypot(first[0] - second[0], first[1] - second[1])).isEqualTo(
                Math.hypot(places[0][0] - places[1][0], places[0][1] - places[1][1]), within(1e-4));
        double[] along = components.project(new float[]{10.6f, 20.8f, 5});
        double[] mean = components.project(new float[]{10, 20, 5});
        assertThat(along[0] - mean[0]).isEqualTo(1, within(0.01));
    }

    /** Given features nearly on a line, on whose covariance an iteration for all eigenvectors often gives up, then the line is found. */
    @Test
    void findsALineInNearlyNoNoise() {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            double[] line = random.doubles(128).toArray();
            float[][] points = new float[300][line.length];
            double[] places = random.doubles(points.length).toArray();
            for (int i = 0; i < points.length; i++) {
                for (int d = 0; d < line.length; d++) {
                    points[i][d] = (float) Math.max(0, places[i] * line[d] + 1e-7 * random.nextGaussian());
                }
            }

            PrincipalComponents components = PrincipalComponents.fit(points);

            double length = Math.sqrt(Arrays.stream(line).map(entry -> entry * entry).sum());
            assertThat(components.project(points[0])[0] - components.project(points[1])[0])
                    .isEqualTo((places[0] - places[1]) * length, within(1e-4));
        }
    }

    @Test
    void makesTheGreatestEntryOfADirectionPositive() {
        float[][] points = {{0, 0}, {-1, -2}, {-2, -4}, {-3, -6.1f}};

        double[] projected = PrincipalComponents.fit(points).project(points[3]);

        assertThat(projected[0]).isLessThan(0);
    }

    @Test
    void putsASingleOrConstantPointAtTheOrigin() {
        assertThat(PrincipalComponents.fit(new float[][]{{1, 2, 3}}).project(new float[]{1, 2, 3}))
                .containsExactly(0, 0);
    }

    @Test
    void refusesNumbersThatAreNotFinite() {
        assertThatThrownBy(() -> PrincipalComponents.fit(new float[][]{{1, Float.NaN}}))
                .hasMessage("feature 1 is NaN");
    }
}

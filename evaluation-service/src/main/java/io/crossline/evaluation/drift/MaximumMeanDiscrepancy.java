package io.crossline.evaluation.drift;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Two-sample test on features: the squared maximum mean discrepancy (Gretton et al. 2012, equation 5, with a Gaussian kernel
 * of the median distance) and its permutation p-value. Images change sides within their predicted class only, so that the
 * test holds whatever the classes' shares are.
 */
final class MaximumMeanDiscrepancy {

    private MaximumMeanDiscrepancy() {}

    /**
     * @param before features {@code [N][d]}
     * @param beforeClasses predicted class of each
     * @param now features {@code [M][d]}
     * @param nowClasses predicted class of each
     * @param permutations B; the smallest p-value is {@code 1 / (B + 1)}
     * @return share of the arrangements, the given one included, whose discrepancy is as large
     */
    static double pValue(float[][] before, int[] beforeClasses, float[][] now, int[] nowClasses, int permutations,
            Random random) {
        int count = before.length + now.length;
        float[][] all = Arrays.copyOf(before, count);
        System.arraycopy(now, 0, all, before.length, now.length);
        int[] classes = Arrays.copyOf(beforeClasses, count);
        System.arraycopy(nowClasses, 0, classes, before.length, now.length);
        float[][] kernel = kernel(all);
        float[] sides = new float[count];
        Arrays.fill(sides, 0, before.length, -1f / before.length);
        Arrays.fill(sides, before.length, count, 1f / now.length);
        double given = statistic(kernel, sides);
        int asLarge = 1;
        Strata strata = new Strata(classes);
        for (int i = 0; i < permutations; i++) {
            strata.shuffle(sides, random);
            // equal but for rounding counts as large
            asLarge += statistic(kernel, sides) >= given * (1 - 1e-6) ? 1 : 0;
        }
        return asLarge / (permutations + 1.0);
    }

    /** {@code s^T K s}: the squared discrepancy for {@code s = 1/M} now and {@code -1/N} before. */
    private static double statistic(float[][] kernel, float[] sides) {
        double sum = 0;
        for (int i = 0; i < sides.length; i++) {
            float[] row = kernel[i];
            float dot = 0;
            for (int j = 0; j < sides.length; j++) {
                dot += row[j] * sides[j];
            }
            sum += sides[i] * dot;
        }
        return sum;
    }

    private static float[][] kernel(float[][] all) {
        int count = all.length;
        float[][] squares = new float[count][count];
        float[] distances = new float[count * (count - 1) / 2];
        int to = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                float square = squaredDistance(all[i], all[j]);
                squares[i][j] = square;
                squares[j][i] = square;
                distances[to++] = square;
            }
        }
        Arrays.sort(distances);
        double median = distances.length == 0 ? 1 : distances[distances.length / 2];
        double scale = median > 0 ? median : 1;
        for (float[] row : squares) {
            for (int j = 0; j < count; j++) {
                row[j] = (float) Math.exp(-row[j] / scale);
            }
        }
        return squares;
    }

    private static float squaredDistance(float[] a, float[] b) {
        float sum = 0;
        for (int k = 0; k < a.length; k++) {
            float difference = a[k] - b[k];
            sum += difference * difference;
        }
        return sum;
    }

    /** Places by class. */
    private static final class Strata {

        private final int[][] places;

        Strata(int[] classes) {
            int most = Arrays.stream(classes).max().orElse(0);
            places = new int[most + 1][];
            for (int k = 0; k <= most; k++) {
                int wanted = k;
                places[k] = IntStream.range(0, classes.length).filter(i -> classes[i] == wanted)
                        .toArray();
            }
        }

        void shuffle(float[] values, Random random) {
            for (int[] stratum : places) {
                for (int i = stratum.length - 1; i > 0; i--) {
                    int other = stratum[random.nextInt(i + 1)];
                    float kept = values[stratum[i]];
                    values[stratum[i]] = values[other];
                    values[other] = kept;
                }
            }
        }
    }
}

package io.crossline.monitoring.estimate;

import java.util.Arrays;
import java.util.List;

/**
 * How known pictures look, by simple statistics of them: what lies far outside in any statistic is unlike every known picture, and neither a
 * model's confidence nor its features say anything of it. Far outside is more than {@value #BEYOND} times the range of 98 % of the known
 * pictures above or below it.
 *
 * <p>
 * Of answers on such pictures nothing is known, so that an accuracy lies between two bounds (Manski 1990): all of them wrong, or all of them right.
 */
public final class KnownLooks {

    private static final double TAIL = 0.01;
    private static final double BEYOND = 3;
    /** Fewer pictures do not show a range. */
    private static final int FEWEST = 50;

    private final double[] least;
    private final double[] most;

    /**
     * @param known statistics of each known picture, {@code [N][S]}; of fewer than 50, nothing is unlike them
     * @param seen those of pictures that people looked at, {@code [M][S]}: each of them is known, however few there are
     */
    public KnownLooks(List<double[]> known, List<double[]> seen) {
        int statistics = known.size() < FEWEST ? 0 : known.get(0).length;
        this.least = new double[statistics];
        this.most = new double[statistics];
        for (int s = 0; s < statistics; s++) {
            double[] values = values(known, s);
            double low = Quantile.of(values, TAIL);
            double high = Quantile.of(values, 1 - TAIL);
            double beyond = BEYOND * (high - low);
            double[] others = values(seen, s);
            least[s] = Math.min(low, Arrays.stream(others).min().orElse(low)) - beyond;
            most[s] = Math.max(high, Arrays.stream(others).max().orElse(high)) + beyond;
        }
    }

    private static double[] values(List<double[]> pictures, int statistic) {
        return pictures.stream().mapToDouble(picture -> picture[statistic]).toArray();
    }

    /**
     * @param pictures statistics of each, {@code [N][S]}, at least one
     * @return share that is unlike every known picture, 0 to 1
     */
    public double unlike(List<double[]> pictures) {
        return (double) pictures.stream().filter(this::isUnlike).count() / pictures.size();
    }

    private boolean isUnlike(double[] picture) {
        for (int s = 0; s < least.length; s++) {
            if (picture[s] < least[s] || picture[s] > most[s]) {
                return true;
            }
        }
        return false;
    }

    /**
     * The estimate where a share of the pictures may all be answered wrong: the accuracy and the lower end count them as wrong, the upper end as right.
     *
     * @param unlike share of pictures that are unlike every known one, 0 to 1; 0 changes nothing
     */
    public static AccuracyEstimate bound(AccuracyEstimate estimate, double unlike) {
        double known = 1 - unlike;
        return new AccuracyEstimate(known * estimate.accuracy(), known * estimate.low(),
                known * estimate.high() + unlike, estimate.worstFamily());
    }
}

package io.crossline.monitoring.estimate;

import java.util.Arrays;

/**
 * Bounds of a mean that hold at any time: however often somebody looks, and whenever somebody stops, they are all right with a
 * probability of at least {@code 1 - alpha}. The hedged capital process with predictable plug-in bets (Waudby-Smith and Ramdas 2024,
 * "Estimating means of bounded random variables by betting", equations 24 to 26 and theorem 3).
 *
 * <p>
 * For every mean {@code m} that is possible, two gamblers bet from half a unit each: one that the values are more than {@code m} on
 * average, one that they are less. Were {@code m} the true mean, neither could be expected to win, and the larger capital would reach
 * {@code 1 / alpha} with a probability of at most {@code alpha} (Ville 1939). Every {@code m} for which it did is ruled out for good.
 *
 * <pre>
 * K+(m) = prod (1 + min(b_t, C / m) (x_t - m))        K-(m) = prod (1 - min(b_t, C / (1 - m)) (x_t - m))
 * b_t   = sqrt(2 ln(2 / alpha) / (v_(t-1) t ln(1 + t)))
 * </pre>
 *
 * with {@code v} the variance of the values before. Either bound alone holds with {@code 1 - alpha / 2}. This presumes that each value's
 * expectation, given those before it, is the same mean; values whose mean has changed can rule out everything
 * ({@link #isEmpty}).
 */
public final class ConfidenceSequence {

    /** Of the capital that would be lost by one value at the far end: the paper's {@code c}. */
    private static final double MOST_AT_STAKE = 0.5;
    /** Distance of the means that are looked at; bounds are rounded away from each other by less than this. */
    private static final double STEP = 0.0005;
    private static final int LAST = (int) Math.round(1 / STEP);

    private final double alpha;
    private final double[] above = new double[LAST + 1];
    private final double[] below = new double[LAST + 1];
    /** Means that are not ruled out: from {@code first} to {@code last}, none where {@code first} is greater. */
    private int first;
    private int last = LAST;
    private int count;
    private double sum;
    private double squares;

    /** @param alpha probability that a bound is ever wrong, above 0 and below 1, such as 0.05 */
    public ConfidenceSequence(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha is " + alpha + ", expected above 0 and below 1");
        }
        this.alpha = alpha;
        Arrays.fill(above, 0.5);
        Arrays.fill(below, 0.5);
    }

    /** @param value 0 to 1 */
    public void add(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("A value is " + value + ", expected 0 to 1");
        }
        double bet = bet();
        for (int i = first; i <= last; i++) {
            double mean = i * STEP;
            above[i] *= 1 + Math.min(bet, MOST_AT_STAKE / mean) * (value - mean);
            below[i] *= 1 - Math.min(bet, MOST_AT_STAKE / (1 - mean)) * (value - mean);
        }
        count++;
        sum += value;
        double distance = value - (0.5 + sum) / (count + 1);
        squares += distance * distance;
        while (first <= last && ruledOut(first)) {
            first++;
        }
        while (first <= last && ruledOut(last)) {
            last--;
        }
    }

    /** For the next value, from those before it. */
    private double bet() {
        double variance = (0.25 + squares) / (count + 1);
        int next = count + 1;
        return Math.sqrt(2 * Math.log(2 / alpha) / (variance * next * Math.log(1.0 + next)));
    }

    private boolean ruledOut(int i) {
        return Math.max(above[i], below[i]) >= 1 / alpha;
    }

    /** Number of values so far. */
    public int count() {
        return count;
    }

    /** Mean of the values so far, 0 to 1; not a number without any. */
    public double mean() {
        return sum / count;
    }

    /** The mean is at least this; 0 to 1, never falls. */
    public double low() {
        return Math.max(0, Math.min(first, LAST) - 1) * STEP;
    }

    /** The mean is at most this; 0 to 1, never rises. */
    public double high() {
        return Math.min(LAST, Math.max(last, 0) + 1) * STEP;
    }

    /** Whether no single mean fits the values any more: it must have changed. */
    public boolean isEmpty() {
        return first > last;
    }
}

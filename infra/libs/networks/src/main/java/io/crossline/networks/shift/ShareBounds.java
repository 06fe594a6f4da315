package io.crossline.networks.shift;

import java.util.Arrays;
import java.util.List;

import io.crossline.contracts.ExpectedMix;

/**
 * What the shares of K classes may be: shares that sum to 1, each within its bounds. The arrays are not copied.
 *
 * @param least {@code [K]}, 0 to 1; they sum to at most 1
 * @param most {@code [K]}, from {@code least} to 1; they sum to at least 1
 */
public record ShareBounds(double[] least, double[] most) {

    /** Shares that people round may miss 1 by so much. */
    private static final double ROUNDING = 1e-6;
    private static final int HALVINGS = 100;
    private static final double CLOSE = 1e-14;

    public ShareBounds {
        if (least.length != most.length || least.length == 0) {
            throw new IllegalArgumentException(
                    least.length + " lower and " + most.length + " upper bounds, expected as many, at least one");
        }
        for (int k = 0; k < least.length; k++) {
            if (!(least[k] >= 0 && least[k] <= most[k] && most[k] <= 1)) {
                throw new IllegalArgumentException("class " + k + " has the bounds " + least[k] + " to " + most[k]
                        + ", expected 0 <= least <= most <= 1");
            }
        }
        if (Arrays.stream(least).sum() > 1 + ROUNDING || Arrays.stream(most).sum() < 1 - ROUNDING) {
            throw new IllegalArgumentException("no shares that sum to 1 are within " + Arrays.toString(least) + " to "
                    + Arrays.toString(most));
        }
    }

    /** Any shares that sum to 1. */
    public static ShareBounds any(int classes) {
        double[] most = new double[classes];
        Arrays.fill(most, 1);
        return new ShareBounds(new double[classes], most);
    }

    /** @throws io.crossline.contracts.InvalidFieldException if the mix does not go with the classes */
    public static ShareBounds of(ExpectedMix mix, List<String> classNames) {
        List<ExpectedMix.Share> shares = mix.of(classNames);
        return new ShareBounds(shares.stream().mapToDouble(ExpectedMix.Share::least).toArray(),
                shares.stream().mapToDouble(ExpectedMix.Share::most).toArray());
    }

    public int classes() {
        return least.length;
    }

    /**
     * The shares q within the bounds that make {@code sum_k n_k log q_k} largest: those of a class distribution that was seen
     * {@code n_k} times in each class. By the conditions of Karush, Kuhn and Tucker {@code q_k = clip(n_k / lambda, least_k,
     * most_k)}, lambda such that they sum to 1.
     *
     * @param counts {@code [K]}, 0 or more, with a positive sum
     */
    double[] mostLikely(double[] counts) {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        double[] free = new double[counts.length];
        for (int k = 0; k < free.length; k++) {
            free[k] = counts[k] / sum;
        }
        if (contains(free)) {
            return free;
        }
        // a class that was never seen takes what is left only where the others may not have it
        return fill(sumToOne(0, 1 / ROUNDING, (k, scale) -> free[k] * scale));
    }

    private boolean contains(double[] shares) {
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] < least[k] || shares[k] > most[k]) {
                return false;
            }
        }
        return true;
    }

    /** The shares within the bounds that are nearest to the values (Euclidean distance): {@code clip(v_k + tau, least_k, most_k)}. */
    double[] nearest(double[] values) {
        double reach = 2;
        for (double value : values) {
            reach = Math.max(reach, 2 + Math.abs(value));
        }
        return sumToOne(-reach, reach, (k, tau) -> values[k] + tau);
    }

    /** A value of class k that grows with the argument. */
    private interface Growing {
        double of(int k, double argument);
    }

    /** Halves the interval for an argument at which the values, clipped to the bounds, sum to 1. */
    private double[] sumToOne(double low, double high, Growing value) {
        double from = low;
        double to = high;
        for (int i = 0; i < HALVINGS && to - from > CLOSE * Math.abs(to); i++) {
            double middle = (from + to) / 2;
            double sum = 0;
            for (int k = 0; k < least.length; k++) {
                sum += clip(k, value.of(k, middle));
            }
            if (sum < 1) {
                from = middle;
            } else {
                to = middle;
            }
        }
        double[] shares = new double[least.length];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = clip(k, value.of(k, to));
        }
        return shares;
    }

    private double clip(int k, double value) {
        return Math.max(least[k], Math.min(most[k], value));
    }

    /** Divides what is missing to 1 among the classes in proportion to the room that they have. */
    private double[] fill(double[] shares) {
        double missing = 1 - Arrays.stream(shares).sum();
        double room = 0;
        for (int k = 0; k < shares.length; k++) {
            room += most[k] - shares[k];
        }
        if (missing > 0 && room > 0) {
            for (int k = 0; k < shares.length; k++) {
                shares[k] += missing * (most[k] - shares[k]) / room;
            }
        }
        return shares;
    }
}

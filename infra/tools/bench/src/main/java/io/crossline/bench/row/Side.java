package io.crossline.bench.row;

import java.util.Arrays;
import java.util.List;

/**
 * What one side of a row gave.
 *
 * @param rounds its numbers, in the row's unit and the order of the rounds
 * @param firstStepSeconds from the start of its process to the end of its first step
 * @param peakMemoryBytes most memory that its process had resident, or null where the system does not say
 */
public record Side(List<Double> rounds, double firstStepSeconds, Long peakMemoryBytes) {

    public Side {
        rounds = List.copyOf(rounds);
    }

    public double median() {
        return median(rounds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** @param values one at least; stay as they are */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

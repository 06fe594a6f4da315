package io.crossline.bench.row;

/**
 * What no program can beat on this machine, in the row's unit.
 *
 * @param arithmetic if only the products took time
 * @param bytes if only moving the arrays took time
 */
public record Floors(double arithmetic, double bytes) {

    /** How many times as long as the higher floor something took. */
    public double times(Unit unit, double ours) {
        return Math.min(unit.ratio(ours, arithmetic), unit.ratio(ours, bytes));
    }
}

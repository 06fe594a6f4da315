package io.crossline.datasets.simulator;

import io.crossline.contracts.InvalidFieldException;

/** Checks of the profile's numbers. */
final class Bounds {

    private Bounds() {}

    /** @throws InvalidFieldException unless {@code low <= value <= high} */
    static void check(String field, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new InvalidFieldException(field, "is " + value + ", expected " + low + " to " + high);
        }
    }

    /** The value at {@code t} on the straight line from {@code from} (0) to {@code to} (1). */
    static double between(double from, double to, double t) {
        return from + (to - from) * t;
    }
}

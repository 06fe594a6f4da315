package io.crossline.bench.loop;

/**
 * How much is tried on each model.
 *
 * @param windows of the line as it was trained, a multiple of 4, at least 4; an eighth as many have each other class mix
 * @param drift whether drift is looked for
 * @param estimate whether the accuracy is estimated
 */
record Plan(int windows, boolean drift, boolean estimate) {

    private static final int MIXES = 4;
    private static final int DRIFTED = 8;
    private static final int ESTIMATED = 6;

    Plan {
        if (windows < 4 || windows > 10_000 || windows % 4 != 0) {
            throw new IllegalArgumentException(
                    "--windows is " + windows + ", expected a multiple of 4 from 4 to 10000");
        }
    }

    int windows(WindowKind kind) {
        if (!drift) {
            return estimated(kind);
        }
        return kind.change()
                ? Math.min(DRIFTED, windows)
                : kind.group().equals(WindowKinds.MIX) ? Math.max(2, windows / (2 * MIXES)) : windows;
    }

    /** Of these windows, the first so many are estimated too. */
    int estimated(WindowKind kind) {
        return estimate ? Math.min(kind.group().equals(WindowKinds.SAME) ? 4 * ESTIMATED : ESTIMATED, windows) : 0;
    }

    /** Windows of one run until the detector starts anew: long ones show confirmations of nothing, short ones those of drifts. */
    int runLength(WindowKind kind) {
        return kind.change() ? DRIFTED / 2 : Integer.MAX_VALUE;
    }
}

package io.crossline.evaluation.serving;

/** What earlier windows showed. */
@FunctionalInterface
public interface DriftHistory {

    /** Windows in a row that had drifted when the line was last seen with that model; 0 where it never was. */
    int driftedInARow(String line, String modelVersion);
}

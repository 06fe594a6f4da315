package io.crossline.evaluation.serving;

import io.crossline.contracts.BatchPredicted;

/** What earlier windows showed, and how far the lines have come, whichever replica watched them. */
public interface DriftHistory {

    /** Windows in a row that had drifted when the line was last seen with that model; 0 where it never was. */
    int driftedInARow(String line, String modelVersion);

    /** Whether the line has a predicted batch between these two of one partition: then another replica has seen it. */
    boolean hasBatchBetween(BatchPredicted earlier, BatchPredicted later);
}

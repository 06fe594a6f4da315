package io.crossline.bench.floor;

import io.crossline.bench.row.Floors;
import io.crossline.bench.row.Row;

/**
 * What this machine can do with the threads given.
 *
 * @param operationsPerSecond floating point operations of a matrix product or a convolution, whichever is faster
 * @param bytesPerSecond read and written by a copy
 */
public record Rates(double operationsPerSecond, double bytesPerSecond) {

    /** A row's floors at these rates, in its unit; null for the rows that stream. */
    public Floors floors(Row row, NotebookCosts costs) {
        if (row.streams()) {
            return null;
        }
        StepCost cost = costs.of(row);
        return new Floors(row.unit().of(cost.operations() / operationsPerSecond, Row.BATCH),
                row.unit().of(cost.bytes() / bytesPerSecond, Row.BATCH));
    }
}

package io.crossline.contracts;

import java.util.List;

/**
 * A data set in Kafka: every batch in the ranges whose line, split and (where given) dataset match. Batches with the
 * same id count once.
 *
 * @param dataset only batches of this dataset, or null for all
 */
public record DataSelection(String line, String dataset, Split split, List<OffsetRange> ranges) {

    public DataSelection {
        BatchOrigin.requireLineName(line);
        Require.present("split", split);
        ranges = List.copyOf(Require.present("ranges", ranges));
        Require.that(!ranges.isEmpty(), "ranges", "is empty, expected at least one offset range");
    }

    /** Whether a batch with these properties belongs to the data set. */
    public boolean selects(String batchLine, String batchDataset, Split batchSplit) {
        return line.equals(batchLine) && split == batchSplit && (dataset == null || dataset.equals(batchDataset));
    }
}

package io.crossline.evaluation.serving;

import java.util.List;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.DataSelection;

/** What is remembered of unusable frames. */
@FunctionalInterface
public interface UnusableBook {

    /** Images of the data set that are no usable frames, by their batches. */
    List<BatchImages> unusableIn(DataSelection selection);
}

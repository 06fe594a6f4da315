package io.crossline.evaluation.serving;

import java.util.Optional;

import io.crossline.contracts.DataSelection;

/** The newest captured images of a line. */
@FunctionalInterface
public interface RecentImages {

    /**
     * @param images at most about so many: whole batches, the newest
     * @return batches of the train split, labelled or not; empty where there are none
     */
    Optional<DataSelection> newest(String line, int images);
}

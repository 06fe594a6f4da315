package io.crossline.evaluation.loop;

import java.util.List;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.GivenLabel;

/** Labels that people gave to captured images. */
@FunctionalInterface
public interface GivenLabels {

    /** Those of images in the selection. */
    List<GivenLabel> within(DataSelection selection);
}

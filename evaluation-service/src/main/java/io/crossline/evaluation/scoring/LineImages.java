package io.crossline.evaluation.scoring;

import java.util.function.Consumer;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectedBatch;

/** Where a line's images come from. */
@FunctionalInterface
public interface LineImages {

    /**
     * Hands on every batch of the selection that has the model's shape, with its place on the bus, always in the same order. A line may have other
     * classes than the model, in another order: labels are found by {@link io.crossline.contracts.Labels#among}.
     *
     * @throws io.crossline.contracts.SelectionUnavailableException if there are none
     */
    void readPlaced(DataSelection selection, ModelManifest model, Consumer<SelectedBatch<ImageBatch>> batches);

    /** The same without their places on the bus. */
    default void read(DataSelection selection, ModelManifest model, Consumer<ImageBatch> batches) {
        readPlaced(selection, model, placed -> batches.accept(placed.batch()));
    }
}

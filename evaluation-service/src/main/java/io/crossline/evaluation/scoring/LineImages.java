package io.crossline.evaluation.scoring;

import java.util.function.Consumer;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ModelManifest;

/** Where a line's images come from. */
@FunctionalInterface
public interface LineImages {

    /**
     * Hands on every batch of the selection that the model can take, always in the same order.
     *
     * @throws io.crossline.contracts.SelectionUnavailableException if there are none
     */
    void read(DataSelection selection, ModelManifest model, Consumer<ImageBatch> batches);
}

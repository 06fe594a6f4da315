package io.crossline.translation.generator;

import java.util.function.Consumer;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectedBatch;

/** Where a line's images come from. Only batches of the model's shape are handed on, always in the same order. */
public interface LineImages {

    /** @throws io.crossline.contracts.SelectionUnavailableException if there are none */
    void read(DataSelection selection, ModelManifest model, Consumer<ImageBatch> batches);

    /**
     * The labelled batches, and where they lie.
     *
     * @return images handed on
     * @throws io.crossline.contracts.SelectionUnavailableException if there are none
     */
    long readLabelled(DataSelection selection, ModelManifest model, Consumer<SelectedBatch<LabelledBatch>> batches);
}

package io.crossline.evaluation.scoring;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectedBatch;
import io.crossline.kafka.LineImages;

/** Images without a broker. */
final class GivenImages extends LineImages {

    private final Function<DataSelection, List<? extends ImageBatch>> batches;

    GivenImages(Function<DataSelection, List<? extends ImageBatch>> batches) {
        super(Map.of());
        this.batches = batches;
    }

    @Override
    public void readPlaced(DataSelection selection, ModelManifest model, Consumer<SelectedBatch<ImageBatch>> consumer) {
        batches.apply(selection).forEach(batch -> consumer.accept(new SelectedBatch<>(batch, "images", 0, 0)));
    }
}

package io.crossline.training.dataset;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.Images;
import io.crossline.contracts.SelectedBatch;
import io.crossline.contracts.UnlabelledBatch;

/** The images of a target's batches that a training is not to see, and how many of them came. */
final class LeftOutImages {

    private final Map<BatchPosition, Set<Integer>> indices = new HashMap<>();
    private int met;

    LeftOutImages(List<BatchImages> leftOut) {
        for (BatchImages batch : leftOut) {
            indices.computeIfAbsent(new BatchPosition(batch.topic(), batch.partition(), batch.offset()),
                    position -> new HashSet<>()).addAll(batch.images());
        }
    }

    /**
     * The pixels of the batch's other images, {@code [N, H, W, C]}.
     *
     * @param usable indices of the images that may be taken
     */
    byte[] others(SelectedBatch<UnlabelledBatch> selected, int[] usable) {
        Images images = selected.batch().images();
        Set<Integer> here = indices.get(BatchPosition.of(selected));
        if (here == null && usable.length == images.count()) {
            return images.pixels();
        }
        ByteArrayOutputStream others = new ByteArrayOutputStream();
        for (int i : usable) {
            if (here != null && here.contains(i)) {
                met++;
            } else {
                others.writeBytes(images.image(i));
            }
        }
        return others.toByteArray();
    }

    /** How many were in the batches so far. */
    int met() {
        return met;
    }
}

package io.crossline.evaluation.serving;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectedBatch;
import io.crossline.kafka.LineImages;
import io.crossline.monitoring.drift.ImagePlace;

/** The newest images of a line, those left out that its camera spoilt. */
@ApplicationScoped
public class UsableImages {

    private final RecentImages recent;
    private final LineImages images;
    private final UnusableBook unusable;

    UsableImages(RecentImages recent, LineImages images, UnusableBook unusable) {
        this.recent = recent;
        this.images = images;
        this.unusable = unusable;
    }

    /**
     * @param count at most about so many: whole batches, the newest
     * @return uint8 {@code [N, H, W, C]} of the model's shape, none where all were spoilt; empty where nothing has come from the line
     * @throws io.crossline.kafka.SelectionUnavailableException if they are no longer in Kafka
     */
    public Optional<byte[]> newest(String line, ModelManifest model, int count) {
        return recent.newest(line, count).map(selection -> pixels(selection, model));
    }

    private byte[] pixels(DataSelection selection, ModelManifest model) {
        Set<ImagePlace> spoilt = places(unusable.unusableIn(selection));
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        images.readPlaced(selection, model, batch -> add(batch, spoilt, pixels));
        return pixels.toByteArray();
    }

    private static void add(SelectedBatch<ImageBatch> placed, Set<ImagePlace> spoilt, ByteArrayOutputStream pixels) {
        ImageBatch batch = placed.batch();
        for (int image = 0; image < batch.images().count(); image++) {
            if (!spoilt.contains(new ImagePlace(placed.topic(), placed.partition(), placed.offset(), image))) {
                pixels.writeBytes(batch.images().image(image));
            }
        }
    }

    private static Set<ImagePlace> places(List<BatchImages> batches) {
        Set<ImagePlace> places = new HashSet<>();
        batches.forEach(batch -> batch.images().forEach(
                image -> places.add(new ImagePlace(batch.topic(), batch.partition(), batch.offset(), image))));
        return places;
    }
}

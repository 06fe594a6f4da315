package io.crossline.evaluation.serving;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectedBatch;
import io.crossline.evaluation.drift.DriftConfig;
import io.crossline.evaluation.drift.Observation;
import io.crossline.evaluation.drift.OrderedSample;
import io.crossline.evaluation.drift.Reference;
import io.crossline.evaluation.scoring.LineImages;

/** What windows of a line are compared with: a sample of the line's images that the model was trained on. */
@ApplicationScoped
public class References {

    private final LineImages images;
    private final DriftConfig config;

    References(LineImages images, DriftConfig config) {
        this.images = images;
        this.config = config;
    }

    /** @throws io.crossline.contracts.SelectionUnavailableException if those images are not on the bus any more */
    Reference of(ServingModel model, String line) {
        return new Reference(model.observe(pixels(model, line, List.of())));
    }

    /**
     * In the line's order, in stretches of neighbours; but for images that the model's job left out: the model does not know them.
     *
     * @throws io.crossline.contracts.SelectionUnavailableException if those images are not on the bus any more
     */
    List<Observation> known(ServingModel model, String line) {
        return model.observe(pixels(model, line, model.manifest().leftOut()));
    }

    private byte[] pixels(ServingModel model, String line, List<BatchImages> leftOut) {
        ModelManifest manifest = model.manifest();
        DataSelection trained = (line.equals(manifest.target().train().line()) ? manifest.target() : manifest.source())
                .train();
        int size = config.referenceImages();
        OrderedSample<byte[]> sample = new OrderedSample<>(size, Math.min(size, 2 * config.windowImages()));
        images.readPlaced(trained, manifest, placed -> {
            Set<Integer> out = leftOut.stream().filter(batch -> isOf(batch, placed))
                    .flatMap(batch -> batch.images().stream()).collect(Collectors.toSet());
            for (int i = 0; i < placed.batch().images().count(); i++) {
                if (!out.contains(i)) {
                    sample.add(placed.batch().images().image(i));
                }
            }
        });
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        sample.elements().forEach(pixels::writeBytes);
        return pixels.toByteArray();
    }

    private static boolean isOf(BatchImages images, SelectedBatch<ImageBatch> placed) {
        return images.topic().equals(placed.topic()) && images.partition() == placed.partition()
                && images.offset() == placed.offset();
    }
}

package io.crossline.evaluation.serving;

import java.io.ByteArrayOutputStream;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ModelManifest;
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
        return new Reference(known(model, line));
    }

    /**
     * In the line's order, in stretches of neighbours.
     *
     * @throws io.crossline.contracts.SelectionUnavailableException if those images are not on the bus any more
     */
    List<Observation> known(ServingModel model, String line) {
        ModelManifest manifest = model.manifest();
        DataSelection trained = (line.equals(manifest.target().train().line()) ? manifest.target() : manifest.source())
                .train();
        int size = config.referenceImages();
        OrderedSample<byte[]> sample = new OrderedSample<>(size, Math.min(size, 2 * config.windowImages()));
        images.read(trained, manifest, batch -> {
            for (int i = 0; i < batch.images().count(); i++) {
                sample.add(batch.images().image(i));
            }
        });
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        sample.elements().forEach(pixels::writeBytes);
        return model.observe(pixels.toByteArray());
    }
}

package io.crossline.evaluation.serving;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ModelManifest;
import io.crossline.evaluation.drift.DriftConfig;
import io.crossline.evaluation.drift.Observation;
import io.crossline.evaluation.drift.Reference;
import io.crossline.evaluation.scoring.ImageSample;
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
        ModelManifest manifest = model.manifest();
        DataSelection trained = (line.equals(manifest.target().train().line()) ? manifest.target() : manifest.source())
                .train();
        ImageSample sample = new ImageSample(config.referenceImages());
        images.read(trained, manifest, sample::add);
        List<Observation> observations = model.observe(sample.pixels());
        return new Reference(observations);
    }
}

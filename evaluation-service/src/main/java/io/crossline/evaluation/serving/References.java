package io.crossline.evaluation.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.SelectionUnavailableException;
import io.crossline.evaluation.drift.DriftConfig;
import io.crossline.evaluation.drift.Observation;
import io.crossline.evaluation.drift.Reference;
import io.crossline.evaluation.estimate.ThresholdedConfidence;
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

    /**
     * Ground for estimates of the model's accuracy: its answers on labelled test images of its source line.
     *
     * @return empty where the model has no such images, or they are not on the bus any more
     */
    Optional<ThresholdedConfidence> calibration(ServingModel model) {
        DataSelection test = model.manifest().source().test();
        if (test == null) {
            return Optional.empty();
        }
        List<Observation> known = new ArrayList<>();
        try {
            images.read(test, model.manifest(), batch -> {
                if (known.size() < config.referenceImages()) {
                    model.observe(batch).stream().filter(image -> image.correct() != null).forEach(known::add);
                }
            });
        } catch (SelectionUnavailableException e) {
            return Optional.empty();
        }
        if (known.isEmpty()) {
            return Optional.empty();
        }
        boolean[] correct = new boolean[known.size()];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = known.get(i).correct();
        }
        return Optional.of(new ThresholdedConfidence(known.stream().mapToDouble(Observation::confidence).toArray(),
                correct, model.manifest().seed()));
    }
}

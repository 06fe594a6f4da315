package io.crossline.evaluation.serving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.SelectionUnavailableException;
import io.crossline.evaluation.drift.DriftConfig;
import io.crossline.evaluation.drift.DriftDetector;
import io.crossline.evaluation.drift.DriftFinding;
import io.crossline.evaluation.drift.Observation;
import io.crossline.evaluation.drift.Window;
import io.crossline.evaluation.drift.WindowTest;
import io.crossline.evaluation.estimate.AccuracyEstimate;
import io.crossline.evaluation.estimate.ThresholdedConfidence;

/**
 * Watches each line for drift from what its serving model was trained on, and estimates how right the model is. A change of the model begins anew. A window that was
 * incomplete when the service ended is not taken up again; how many had drifted in a row is.
 */
@ApplicationScoped
public class DriftWatch {

    private static final Logger LOG = Logger.getLogger(DriftWatch.class);

    private final References references;
    private final DriftHistory history;
    private final DriftConfig config;
    private final Map<String, Watched> lines = new HashMap<>();

    DriftWatch(References references, DriftHistory history, DriftConfig config) {
        this.references = references;
        this.history = history;
        this.config = config;
    }

    /**
     * @param detector null where there is nothing to compare with
     * @param calibration null where there is nothing to estimate an accuracy by
     */
    private record Watched(String modelVersion, DriftDetector detector, ThresholdedConfidence calibration) {

        AccuracyEstimate estimate(List<Observation> images) {
            return calibration == null
                    ? null
                    : calibration.estimate(images.stream().mapToDouble(Observation::confidence).toArray());
        }
    }

    /** @return the windows that the batch completes */
    public synchronized List<Window> add(ServingModel model, BatchPrediction prediction) {
        String line = prediction.event().line();
        Watched watched = lines.get(line);
        if (watched == null || !watched.modelVersion().equals(prediction.event().modelVersion())) {
            watched = new Watched(prediction.event().modelVersion(), detector(model, line).orElse(null),
                    references.calibration(model).orElse(null));
            lines.put(line, watched);
        }
        List<Window> windows = new ArrayList<>();
        if (watched.detector() != null) {
            for (Observation observation : prediction.observations()) {
                Optional<DriftFinding> found = watched.detector().add(observation);
                if (found.isPresent()) {
                    windows.add(window(prediction.event(), found.get(), watched.estimate(found.get().images())));
                }
            }
        }
        return windows;
    }

    private Window window(BatchPredicted last, DriftFinding found, AccuracyEstimate estimate) {
        return new Window(last.line(), last.modelVersion(), last.sourceTopic(), last.sourcePartition(),
                last.sourceOffset(), config.windowImages(), found, estimate, Instant.now());
    }

    private Optional<DriftDetector> detector(ServingModel model, String line) {
        try {
            int permutations = (int) Math.ceil(2 / config.falseAlarmRate() - 1);
            String version = model.manifest().modelVersion();
            return Optional.of(new DriftDetector(references.of(model, line),
                    new WindowTest(config.falseAlarmRate(), permutations), config.windowImages(),
                    config.confirmations(), history.driftedInARow(line, version), version.hashCode()));
        } catch (SelectionUnavailableException e) {
            LOG.warnf("Line %s is not watched for drift from the images of %s: %s", line,
                    model.manifest().modelVersion(), e.getMessage());
            return Optional.empty();
        }
    }
}

package io.crossline.evaluation.serving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.SelectionUnavailableException;
import io.crossline.evaluation.drift.DriftConfig;
import io.crossline.evaluation.drift.DriftDetector;
import io.crossline.evaluation.drift.Window;
import io.crossline.evaluation.drift.WindowTest;

/**
 * Watches each line for drift from what its serving model was trained on. A change of the model begins anew. A window that was
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

    /** @param detector null where there is nothing to compare with */
    private record Watched(String modelVersion, DriftDetector detector) {}

    /** @return the windows that the batch completes */
    public synchronized List<Window> add(ServingModel model, BatchPrediction prediction) {
        String line = prediction.event().line();
        Watched watched = lines.get(line);
        if (watched == null || !watched.modelVersion().equals(prediction.event().modelVersion())) {
            watched = new Watched(prediction.event().modelVersion(), detector(model, line).orElse(null));
            lines.put(line, watched);
        }
        List<Window> windows = new ArrayList<>();
        if (watched.detector() != null) {
            DriftDetector detector = watched.detector();
            prediction.observations().forEach(observation -> detector.add(observation)
                    .ifPresent(found -> windows.add(new Window(line, prediction.event().modelVersion(),
                            prediction.event().sourceTopic(), prediction.event().sourcePartition(),
                            prediction.event().sourceOffset(), config.windowImages(), found, Instant.now()))));
        }
        return windows;
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

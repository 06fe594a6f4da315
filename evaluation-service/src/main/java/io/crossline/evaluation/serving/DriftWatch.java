package io.crossline.evaluation.serving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.BatchPredicted;
import io.crossline.evaluation.drift.DriftConfig;
import io.crossline.evaluation.drift.DriftDetector;
import io.crossline.evaluation.drift.DriftFinding;
import io.crossline.evaluation.drift.Window;
import io.crossline.evaluation.drift.WindowTest;
import io.crossline.evaluation.estimate.AccuracyEstimate;
import io.crossline.evaluation.scoring.LineAims;
import io.crossline.kafka.SelectionUnavailableException;

/**
 * Watches each line for drift from what its serving model was trained on, and estimates how right that and the models beside it are.
 * A change of the model, of the threshold with which it answers, or of the told mix of classes begins anew. A window that was
 * incomplete when the service ended is not taken up again; how many had drifted in a row is.
 */
@ApplicationScoped
public class DriftWatch {

    private static final Logger LOG = Logger.getLogger(DriftWatch.class);

    private final References references;
    private final Estimators estimators;
    private final DriftHistory history;
    private final RecentAims aims;
    private final DriftConfig config;
    private final Map<String, Watched> lines = new HashMap<>();

    DriftWatch(References references, Estimators estimators, DriftHistory history, RecentAims aims,
            DriftConfig config) {
        this.aims = aims;
        this.references = references;
        this.estimators = estimators;
        this.history = history;
        this.config = config;
    }

    /**
     * @param detector null where there is nothing to compare with
     * @param companions by model version
     */
    private record Watched(String modelVersion, GoodThreshold threshold, double[] told, DriftDetector detector,
            Map<String, CompanionWindow> companions) {

        boolean isOf(ServingModel model, double[] toldNow) {
            return Arrays.equals(told, toldNow) && modelVersion.equals(model.manifest().modelVersion())
                    && Objects.equals(threshold, model.threshold());
        }
    }

    /**
     * @param beside what other models say of the same batch
     * @return the windows that the batch completes
     */
    public synchronized List<Window> add(ServingModel model, BatchPrediction prediction,
            List<CompanionPrediction> beside) {
        String line = prediction.event().line();
        Watched watched = lines.get(line);
        double[] told = told(model, line);
        if (watched == null || !watched.isOf(model, told)) {
            watched = new Watched(model.manifest().modelVersion(), model.threshold(), told,
                    detector(model, line, told).orElse(null),
                    new HashMap<>());
            lines.put(line, watched);
        }
        List<Window> windows = new ArrayList<>();
        if (watched.detector() != null) {
            gather(watched, prediction, beside);
            int images = prediction.observations().size();
            for (int i = 0; i < images; i++) {
                Optional<DriftFinding> found = watched.detector().add(prediction.observations().get(i));
                if (found.isPresent()) {
                    windows.add(window(prediction.event(), found.get(),
                            estimators.estimate(model, line, found.get().images()),
                            estimators.cost(model, line, found.get().images()),
                            scores(watched, line, beside, images - 1 - i)));
                }
            }
        }
        return windows;
    }

    private void gather(Watched watched, BatchPrediction prediction, List<CompanionPrediction> beside) {
        watched.companions().keySet()
                .retainAll(beside.stream().map(CompanionPrediction::modelVersion).collect(Collectors.toSet()));
        for (CompanionPrediction companion : beside) {
            watched.companions()
                    .computeIfAbsent(companion.modelVersion(), version -> new CompanionWindow(companion.model()))
                    .add(prediction.marksOn(companion.observations()));
        }
    }

    private List<CompanionWindow.Closed> scores(Watched watched, String line, List<CompanionPrediction> beside,
            int after) {
        return beside.stream()
                .map(companion -> watched.companions().get(companion.modelVersion()).close(config.windowImages(), after,
                        companion.role(), (model, window) -> estimators.estimate(model, line, window)))
                .flatMap(Optional::stream).toList();
    }

    private Window window(BatchPredicted last, DriftFinding found, AccuracyEstimate estimate, Double estimatedCost,
            List<CompanionWindow.Closed> beside) {
        return new Window(last.line(), last.modelVersion(), last.sourceTopic(), last.sourcePartition(),
                last.sourceOffset(), config.windowImages(), found, estimate, estimatedCost,
                beside.stream().map(CompanionWindow.Closed::score).toList(),
                beside.stream().map(CompanionWindow.Closed::classes).toList(), last.classNames(), Instant.now());
    }

    /** Share of each of the model's classes that people expect on the line; null where nobody told. */
    private double[] told(ServingModel model, String line) {
        return LineAims.shares(aims.of(line).expectedMix(), model.manifest().classNames());
    }

    private Optional<DriftDetector> detector(ServingModel model, String line, double[] told) {
        try {
            int permutations = (int) Math.ceil(2 / config.falseAlarmRate() - 1);
            String version = model.manifest().modelVersion();
            return Optional.of(new DriftDetector(references.of(model, line),
                    new WindowTest(config.falseAlarmRate(), permutations), told, config.windowImages(),
                    config.confirmations(), history.driftedInARow(line, version), version.hashCode()));
        } catch (SelectionUnavailableException e) {
            LOG.warnf("Line %s is not watched for drift from the images of %s: %s", line,
                    model.manifest().modelVersion(), e.getMessage());
            return Optional.empty();
        }
    }
}

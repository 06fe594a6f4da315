package io.crossline.evaluation.serving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.BatchPredicted;
import io.crossline.evaluation.scoring.LineAims;
import io.crossline.kafka.SelectionUnavailableException;
import io.crossline.monitoring.drift.DriftDetector;
import io.crossline.monitoring.drift.DriftFinding;
import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.drift.Window;
import io.crossline.monitoring.drift.WindowTest;

/**
 * Watches each line for drift from what its serving model was trained on, and estimates how right that and the models beside it are.
 * A change of the model, of the threshold with which it answers, or of the told mix of classes begins anew; so does a line that another
 * replica went on with meanwhile. A window that was incomplete then, or when the service ended, is not taken up again; how many had
 * drifted in a row is.
 *
 * <p>
 * Incomplete windows take at most a quarter of the heap, see {@link LineStates}: a line for which there is no room is not watched, and the log says
 * so.
 */
@ApplicationScoped
public class DriftWatch {

    private static final Logger LOG = Logger.getLogger(DriftWatch.class);

    private final References references;
    private final Estimators estimators;
    private final DriftHistory history;
    private final RecentAims aims;
    private final DriftConfig config;
    private final LineStates<Watched> lines = new LineStates<>(Runtime.getRuntime().maxMemory() / 4);
    private final Set<String> unwatched = ConcurrentHashMap.newKeySet();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    DriftWatch(References references, Estimators estimators, DriftHistory history, RecentAims aims,
            DriftConfig config) {
        this.aims = aims;
        this.references = references;
        this.estimators = estimators;
        this.history = history;
        this.config = config;
    }

    /** A line under watch by one model. */
    private static final class Watched {

        private final String modelVersion;
        private final GoodThreshold threshold;
        private final double[] told;
        /** Null where there is nothing to compare with. */
        private final DriftDetector detector;
        /** By model version. */
        private final Map<String, CompanionWindow> companions = new HashMap<>();
        /** The batch that was counted last, and what it completed and is not told yet. */
        private volatile BatchPredicted counted;
        private List<Completed> untold = List.of();

        Watched(ServingModel model, double[] told, DriftDetector detector) {
            this.modelVersion = model.manifest().modelVersion();
            this.threshold = model.threshold();
            this.told = told;
            this.detector = detector;
        }

        boolean isOf(ServingModel model, double[] toldNow) {
            return Arrays.equals(told, toldNow) && modelVersion.equals(model.manifest().modelVersion())
                    && Objects.equals(threshold, model.threshold());
        }

        boolean isFrom(String topic, Set<Integer> partitions) {
            BatchPredicted newest = counted;
            return newest == null
                    || newest.sourceTopic().equals(topic) && partitions.contains(newest.sourcePartition());
        }

        /** A line's batches come in the order of their offsets. */
        boolean hasCounted(BatchPredicted batch) {
            return isOfOnePartition(batch) && counted.sourceOffset() >= batch.sourceOffset();
        }

        /** Whether batches that are not counted here may lie between the newest and this one. */
        boolean mayHaveMissed(BatchPredicted batch) {
            return isOfOnePartition(batch) && batch.sourceOffset() - counted.sourceOffset() > 1;
        }

        private boolean isOfOnePartition(BatchPredicted batch) {
            return counted != null && counted.sourceTopic().equals(batch.sourceTopic())
                    && counted.sourcePartition() == batch.sourcePartition();
        }
    }

    /** A window without what is estimated of it. */
    private record Completed(DriftFinding found, List<CompanionWindow.Closed> beside) {}

    /**
     * Counts a batch once, however often it is told: where the database or the broker fails in between, the call is to be made again with the
     * same batch.
     *
     * @param beside what other models say of the same batch
     * @return the windows that the batch completes; none where they were returned before
     */
    public List<Window> add(ServingModel model, BatchPrediction prediction, List<CompanionPrediction> beside) {
        String line = prediction.event().line();
        synchronized (locks.computeIfAbsent(line, name -> new Object())) {
            return add(model, line, prediction, beside);
        }
    }

    private List<Window> add(ServingModel model, String line, BatchPrediction prediction,
            List<CompanionPrediction> beside) {
        if (prediction.observations().isEmpty()) {
            pass(prediction.event());
            return List.of();
        }
        Watched watched = watched(model, prediction, beside.size());
        if (watched.mayHaveMissed(prediction.event())
                && history.hasBatchBetween(watched.counted, prediction.event())) {
            Watched behind = watched;
            lines.removeIf(other -> other == behind);
            watched = watched(model, prediction, beside.size());
        }
        if (watched.detector == null) {
            return List.of();
        }
        if (!watched.hasCounted(prediction.event())) {
            count(watched, prediction, beside); // knows no database and no broker, so it cannot end in the middle
        }
        if (!watched.counted.eventId().equals(prediction.event().eventId())) {
            return List.of();
        }
        List<Window> windows = watched.untold.stream().map(completed -> window(model, prediction.event(), completed))
                .toList();
        watched.untold = List.of();
        return windows;
    }

    /** A batch without a usable image counts for no window; the line goes on after it. */
    private void pass(BatchPredicted batch) {
        lines.find(batch.line()).filter(watched -> watched.counted != null && !watched.hasCounted(batch)
                && !(watched.mayHaveMissed(batch) && history.hasBatchBetween(watched.counted, batch)))
                .ifPresent(watched -> {
                    watched.counted = batch;
                    watched.untold = List.of();
                });
    }

    /**
     * Forgets all lines but those whose newest batches came from these partitions of a topic: another replica goes on with them. What it
     * begins anew is their windows; how many had drifted in a row is in the database.
     */
    public void keep(String topic, Set<Integer> partitions) {
        lines.removeIf(watched -> !watched.isFrom(topic, partitions));
    }

    private Watched watched(ServingModel model, BatchPrediction prediction, int beside) {
        String line = prediction.event().line();
        double[] told = told(model, line);
        Optional<Watched> known = lines.find(line).filter(watched -> watched.isOf(model, told));
        return known.orElseGet(() -> {
            long most = windowBytes(prediction.observations(), 1 + beside);
            boolean isHeld = lines.makeRoom(line, most);
            Watched watched = new Watched(model, told, isHeld ? detector(model, line, told).orElse(null) : null);
            isHeld = isHeld && lines.put(line, watched, watched.detector == null ? 0 : most);
            tell(line, isHeld);
            return isHeld ? watched : new Watched(model, told, null);
        });
    }

    /** Of a whole window, and of what came after it in the same batch. */
    private long windowBytes(List<Observation> batch, int models) {
        long image = batch.stream().mapToLong(Observation::bytes).max().orElse(0);
        return image * (config.windowImages() + batch.size()) * models;
    }

    private void tell(String line, boolean isHeld) {
        if (isHeld) {
            unwatched.remove(line);
        } else if (unwatched.add(line)) {
            LOG.warnf(
                    "Line %s is not watched for drift: the windows of %d lines fill the heap's share. Give the service more heap, or further replicas",
                    line, lines.size());
        }
    }

    private void count(Watched watched, BatchPrediction prediction, List<CompanionPrediction> beside) {
        gather(watched, prediction, beside);
        List<Completed> completed = new ArrayList<>();
        int images = prediction.observations().size();
        for (int i = 0; i < images; i++) {
            int after = images - 1 - i;
            watched.detector.add(prediction.observations().get(i))
                    .ifPresent(found -> completed.add(new Completed(found, closed(watched, beside, after))));
        }
        watched.counted = prediction.event();
        watched.untold = completed;
    }

    private void gather(Watched watched, BatchPrediction prediction, List<CompanionPrediction> beside) {
        watched.companions.keySet()
                .retainAll(beside.stream().map(CompanionPrediction::modelVersion).collect(Collectors.toSet()));
        for (CompanionPrediction companion : beside) {
            watched.companions
                    .computeIfAbsent(companion.modelVersion(), version -> new CompanionWindow(companion.model()))
                    .add(prediction.marksOn(companion.observations()));
        }
    }

    private List<CompanionWindow.Closed> closed(Watched watched, List<CompanionPrediction> beside, int after) {
        return beside.stream().map(companion -> watched.companions.get(companion.modelVersion())
                .close(config.windowImages(), after, companion.role())).flatMap(Optional::stream).toList();
    }

    private Window window(ServingModel model, BatchPredicted last, Completed completed) {
        DriftFinding found = completed.found();
        String line = last.line();
        return new Window(line, last.modelVersion(), last.sourceTopic(), last.sourcePartition(), last.sourceOffset(),
                config.windowImages(), found.withUnlike(estimators.unlike(model, line, found.images())),
                estimators.estimate(model, line, found.images()),
                estimators.cost(model, line, found.images()),
                completed.beside().stream()
                        .map(other -> other.score(estimators.estimate(other.model(), line, other.images()))).toList(),
                completed.beside().stream().map(CompanionWindow.Closed::classes).toList(), last.classNames(),
                Instant.now());
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

package io.crossline.evaluation.serving;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.BatchPredicted;
import io.crossline.evaluation.novelty.NoveltyConfig;
import io.crossline.kafka.SelectionUnavailableException;
import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.novelty.KnownImages;
import io.crossline.monitoring.novelty.Novelty;
import io.crossline.monitoring.novelty.NoveltyDetector;
import io.crossline.monitoring.novelty.UnknownImage;

/**
 * Marks images of each line that are unlike all that its serving model knows of the line. A change of the model begins anew; so does
 * a restart, which then holds the rate over fewer images for a while.
 */
@ApplicationScoped
public class UnknownKinds {

    private static final Logger LOG = Logger.getLogger(UnknownKinds.class);
    /** With fewer known images, next to nothing is rare enough to be marked. */
    private static final int LEAST_KNOWN = 50;

    private final References references;
    private final NoveltyConfig config;
    /** Of the detector, in bytes. */
    private static final long LEAST_BYTES = 16 << 10;

    private final LineStates<Watched> lines = new LineStates<>(Runtime.getRuntime().maxMemory() / 8);
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    UnknownKinds(References references, NoveltyConfig config) {
        this.references = references;
        this.config = config;
    }

    /** A line's images under one model. */
    private static final class Watched {

        private final String modelVersion;
        /** Null where there is nothing to compare with. */
        private final NoveltyDetector detector;
        /** Of the batch that was marked last. */
        private Marked marked;

        Watched(String modelVersion, NoveltyDetector detector) {
            this.modelVersion = modelVersion;
            this.detector = detector;
        }
    }

    /**
     * A prediction with its marks.
     *
     * @param found the images that are marked
     */
    public record Marked(BatchPrediction prediction, List<UnknownImage> found) {}

    /**
     * To be called for each batch in the line's order. The newest batch again has the marks that it had, and is not counted again. The
     * prediction has no marks where they are not looked for.
     */
    public Marked mark(ServingModel model, BatchPrediction prediction) {
        synchronized (locks.computeIfAbsent(prediction.event().line(), line -> new Object())) {
            return markOnce(model, prediction);
        }
    }

    private Marked markOnce(ServingModel model, BatchPrediction prediction) {
        Watched watched = config.enabled() && !prediction.observations().isEmpty() ? watched(model, prediction) : null;
        if (watched == null || watched.detector == null) {
            return new Marked(prediction, List.of());
        }
        if (watched.marked == null
                || !watched.marked.prediction().event().eventId().equals(prediction.event().eventId())) {
            watched.marked = marked(watched.detector, prediction);
        }
        return watched.marked;
    }

    private static Marked marked(NoveltyDetector detector, BatchPrediction prediction) {
        List<Novelty> novelties = detector.add(prediction.observations());
        BatchPrediction marked = prediction.marked(novelties.stream().map(Novelty::unknown).toList());
        List<UnknownImage> found = new ArrayList<>();
        for (int i = 0; i < novelties.size(); i++) {
            if (novelties.get(i).unknown()) {
                found.add(image(marked.event(), marked.observations().get(i), novelties.get(i)));
            }
        }
        return new Marked(marked, found);
    }

    private static UnknownImage image(BatchPredicted event, Observation seen, Novelty novelty) {
        return new UnknownImage(event.line(), seen.place(), event.modelVersion(),
                event.classNames().get(seen.predictedClass()), seen.confidence(), novelty.pValue(), novelty.position(),
                novelty.distance(), Instant.now());
    }

    /** Null where there is no room for the line. */
    private Watched watched(ServingModel model, BatchPrediction prediction) {
        String line = prediction.event().line();
        String version = model.manifest().modelVersion();
        return lines.find(line).filter(known -> known.modelVersion.equals(version)).orElseGet(() -> {
            long most = LEAST_BYTES + prediction.observations().stream().mapToLong(Observation::bytes).sum();
            if (!lines.makeRoom(line, most)) {
                LOG.debugf("Unknown kinds are not looked for on line %s: the batches of %d lines fill the heap's share",
                        line, lines.size());
                return null;
            }
            Watched watched = new Watched(version, newDetector(model, line));
            lines.put(line, watched, most);
            return watched;
        });
    }

    private NoveltyDetector newDetector(ServingModel model, String line) {
        String version = model.manifest().modelVersion();
        try {
            Optional<KnownImages> known = references.knownImages(model, line, LEAST_KNOWN);
            if (known.isPresent()) {
                return new NoveltyDetector(known.get(), config.rate(), config.windowImages());
            }
            LOG.warnf("Unknown kinds are not looked for on line %s: %s knows fewer than %d of its images", line,
                    version,
                    LEAST_KNOWN);
        } catch (SelectionUnavailableException e) {
            LOG.warnf("Unknown kinds are not looked for on line %s with %s: %s", line, version, e.getMessage());
        }
        return null;
    }
}

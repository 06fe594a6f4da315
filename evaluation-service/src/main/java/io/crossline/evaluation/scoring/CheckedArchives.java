package io.crossline.evaluation.scoring;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.crossline.kafka.PublishedArchives;

/**
 * Compares each archive that is to be used with the one that was evaluated. Whoever can write the topic of trained models can write another archive
 * under a version that people have promoted: it is refused, in the log, in the health and in the audit. A model of that version that is loaded
 * already goes on; nothing takes its place once it is not loaded any more.
 */
@ApplicationScoped
public class CheckedArchives implements ModelArchives {

    private static final Logger LOG = Logger.getLogger(CheckedArchives.class);

    private final Function<String, Optional<byte[]>> published;
    private final EvaluatedArchives evaluations;
    private final Map<String, RefusedArchive> refused = new ConcurrentHashMap<>();

    @Inject
    CheckedArchives(PublishedArchives published, EvaluatedArchives evaluations) {
        this(published::find, evaluations);
    }

    CheckedArchives(Function<String, Optional<byte[]>> published, EvaluatedArchives evaluations) {
        this.published = published;
        this.evaluations = evaluations;
    }

    @Override
    public Optional<byte[]> find(String modelVersion) {
        Optional<byte[]> archive = published.apply(modelVersion);
        Optional<RefusedArchive> refusal = archive.flatMap(found -> check(modelVersion, found));
        refusal.ifPresentOrElse(found -> refused.put(modelVersion, found), () -> refused.remove(modelVersion));
        return refusal.isPresent() ? Optional.empty() : archive;
    }

    /** Whether the archive is the one that was evaluated, or none was yet. */
    public boolean isAsEvaluated(String modelVersion, byte[] archive) {
        return check(modelVersion, archive).isEmpty();
    }

    private Optional<RefusedArchive> check(String modelVersion, byte[] archive) {
        Optional<RefusedArchive> refusal = evaluations.of(modelVersion)
                .map(evaluated -> new RefusedArchive(evaluated, evaluated.digestOf(archive)))
                .filter(compared -> !compared.found().equals(compared.evaluated().digest()));
        refusal.ifPresent(other -> {
            LOG.error(other.reason());
            evaluations.refused(other);
        });
        return refusal;
    }

    @Override
    public Optional<String> refusal(String modelVersion) {
        return Optional.ofNullable(refused.get(modelVersion)).map(RefusedArchive::reason);
    }

    /** By version, why the archive that was found last is not used. */
    public Map<String, String> refusals() {
        Map<String, String> reasons = new TreeMap<>();
        refused.forEach((version, archive) -> reasons.put(version, archive.reason()));
        return reasons;
    }
}

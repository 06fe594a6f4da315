package io.crossline.training.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.Verdict;

/** Models that the evaluation service has rejected, and why, and the archives that it has evaluated. */
public final class Verdicts {

    private final Map<String, String> rejected = new ConcurrentHashMap<>();
    private final Map<String, String> digests = new ConcurrentHashMap<>();

    public void evaluated(ModelEvaluated event) {
        if (event.archiveSha256() != null) {
            digests.put(event.modelVersion(), event.archiveSha256());
        }
        if (event.verdict() == Verdict.REJECTED) {
            rejected.put(event.modelVersion(), event.reason());
        } else {
            rejected.remove(event.modelVersion());
        }
    }

    /** Why a model was rejected; empty where it was not, or not yet. */
    public Optional<String> rejection(String modelVersion) {
        return Optional.ofNullable(rejected.get(modelVersion));
    }

    /** SHA-256, in hex, of the archive that was evaluated; empty where none was, or not yet, or it is not recorded. */
    Optional<String> digest(String modelVersion) {
        return Optional.ofNullable(digests.get(modelVersion));
    }
}

package io.crossline.training.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.crossline.contracts.ModelEvaluated;
import io.crossline.contracts.Verdict;

/** Models that the evaluation service has rejected, and why. */
public final class Verdicts {

    private final Map<String, String> rejected = new ConcurrentHashMap<>();

    public void evaluated(ModelEvaluated event) {
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
}

package io.crossline.evaluation.serving;

import java.util.Map;

import io.crossline.monitoring.drift.ModelRole;

/** Which models predict a line's batches beside its champion. */
@FunctionalInterface
public interface CompanionVersions {

    /** Role by model version; a model with several has the first of {@link ModelRole}. */
    Map<String, ModelRole> beside(String line);
}

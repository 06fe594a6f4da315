package io.crossline.training.jobs;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;

/**
 * Writes the manifests of this service's models.
 *
 * @param backend of the numerics: {@code cpu}, or {@code cuda} with the GPU's name
 * @param codeVersion version of Crossline
 */
record Manifests(String backend, String codeVersion, Clock clock) {

    ModelManifest of(JobRequested job, ModelKind kind, Map<String, String> hyperparameters, double seconds,
            double imagesPerSecond, String parametersSha256) {
        String version = kind == ModelKind.GENERATOR ? job.generatorVersion() : job.modelVersion();
        return new ModelManifest(version, kind, job.method(), job.jobId(), job.adaptationId(), job.source(),
                job.target(), job.shape(), job.classNames(), job.preset(), job.seed(), backend, hyperparameters,
                job.parentModel(), job.targetLabels(), seconds, imagesPerSecond, codeVersion, parametersSha256,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}

package io.crossline.training.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Method;
import io.crossline.contracts.TrainingProgress;
import io.crossline.training.jobs.JobStatus;

/**
 * A job as REST shows it.
 *
 * @param fraction of the whole job, 0 to 1
 * @param metrics other figures by name; {@code sameParameters}, 1 or 0, at the end of a replay
 * @param modelVersion set once the model is published; never for a replay
 * @param generatorVersion version of the generators that a cyclegan job makes on its way; null for other methods
 * @param history an entry an epoch, for curves
 */
public record JobView(UUID jobId, UUID adaptationId, Method method, String sourceLine, String targetLine,
        JobState state, String phase, int epoch, int epochs, double fraction, Map<String, Double> losses,
        Map<String, Double> metrics, double imagesPerSecond, double elapsedSeconds, Double secondsLeft, String message,
        String modelVersion, String generatorVersion,
        List<Epoch> history) {

    /** Result of one epoch. */
    public record Epoch(int epoch, String phase, Map<String, Double> losses, Map<String, Double> metrics) {

        static Epoch of(TrainingProgress progress) {
            return new Epoch(progress.epoch(), progress.phase(), progress.losses(), progress.metrics());
        }
    }

    static JobView of(JobStatus job) {
        JobRequested request = job.request();
        TrainingProgress newest = job.newest();
        List<Epoch> history = job.epochs().stream().map(Epoch::of).toList();
        if (newest == null) {
            return new JobView(request.jobId(), request.adaptationId(), request.method(), request.source().line(),
                    request.target().line(), job.state(), "queued", 0, 0, 0, Map.of(), Map.of(), 0, 0, null, "", null,
                    generatorVersion(request), history);
        }
        return new JobView(request.jobId(), request.adaptationId(), request.method(), request.source().line(),
                request.target().line(), job.state(), newest.phase(), newest.epoch(), newest.epochs(),
                newest.fraction(), newest.losses(), newest.metrics(), newest.imagesPerSecond(), newest.elapsedSeconds(),
                newest.secondsLeft(), newest.message(), newest.modelVersion(),
                generatorVersion(request), history);
    }

    private static String generatorVersion(JobRequested request) {
        return request.method() == Method.CYCLEGAN ? request.generatorVersion() : null;
    }
}

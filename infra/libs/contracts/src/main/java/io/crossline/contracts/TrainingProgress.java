package io.crossline.contracts;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How far a job is. One at the start, one after every epoch, a few a minute in between, and a last one with a final state.
 *
 * @param phase what the job does now, such as {@code train} or {@code translate}
 * @param epoch epochs done in this phase
 * @param epochs epochs of this phase
 * @param epochEnd whether this event closes an epoch, so that its losses and metrics belong on a curve
 * @param fraction of the whole job, 0 to 1
 * @param losses mean of each loss over the epoch so far, by name
 * @param metrics other figures by name, such as {@code sourceAccuracy}
 * @param secondsLeft estimate for the whole job, or null where there is none yet
 * @param message one sentence for people: what the job waits for, or why it failed
 * @param modelVersion set once the model is published
 */
public record TrainingProgress(UUID jobId, UUID adaptationId, Method method, String sourceLine, String targetLine,
        JobState state, String phase,
        int epoch, int epochs, boolean epochEnd, double fraction, Map<String, Double> losses,
        Map<String, Double> metrics,
        double imagesPerSecond, double elapsedSeconds, Double secondsLeft, String message, String modelVersion,
        Instant at) {

    public TrainingProgress {
        Require.present("jobId", jobId);
        Require.present("adaptationId", adaptationId);
        Require.present("method", method);
        Require.text("sourceLine", sourceLine);
        Require.text("targetLine", targetLine);
        Require.present("state", state);
        Require.text("phase", phase);
        Require.that(epoch >= 0 && epoch <= epochs, "epoch", "is " + epoch + ", expected 0 to " + epochs);
        Require.that(fraction >= 0 && fraction <= 1, "fraction", "is " + fraction + ", expected 0 to 1");
        losses = new TreeMap<>(Require.present("losses", losses));
        metrics = new TreeMap<>(Require.present("metrics", metrics));
        message = message == null ? "" : message;
        Require.present("at", at);
    }
}

package io.crossline.training.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.TrainingProgress;

/**
 * Tells how one job proceeds: at once when something changes, else no more often than the interval. Estimates the time left
 * from the pace since the job was begun or taken up again.
 */
final class ProgressReporter {

    private static final double TOO_EARLY_TO_TELL = 0.03;

    private final JobRequested job;
    private final ProgressEvents events;
    private final Duration interval;
    private final Clock clock;
    private final double secondsBefore;
    private final long startedAt = System.nanoTime();
    private double fractionAtStart = Double.NaN;
    private long sentAt = startedAt;

    private JobPhase phase = JobPhase.READ;
    private JobState state = JobState.RUNNING;
    private int epoch;
    private int epochs;
    private double fraction;
    private Map<String, Double> losses = Map.of();
    private Map<String, Double> metrics = Map.of();
    private double imagesPerSecond;
    private String message = "";
    private String warning = "";

    /** @param secondsBefore time that earlier deliveries of the job took */
    ProgressReporter(JobRequested job, ProgressEvents events, Duration interval, Clock clock, double secondsBefore) {
        this.job = job;
        this.events = events;
        this.interval = interval;
        this.clock = clock;
        this.secondsBefore = secondsBefore;
    }

    /** The job enters a phase of so many epochs; 0 where it has none. */
    void enter(JobPhase next, int epochsOfPhase, String why) {
        enter(next, JobState.RUNNING, epochsOfPhase, why);
    }

    /** The job waits for another service. */
    void enterWaiting(JobPhase next, String why) {
        enter(next, JobState.WAITING, 0, why);
    }

    private void enter(JobPhase next, JobState nextState, int epochsOfPhase, String why) {
        phase = next;
        state = nextState;
        epoch = 0;
        epochs = epochsOfPhase;
        fraction = next.from();
        losses = Map.of();
        metrics = Map.of();
        imagesPerSecond = 0;
        message = why;
        send(false, null);
    }

    /** Something that people should know to the job's end: told with every message from now on. */
    void warn(String what) {
        warning = what;
    }

    /** The trained model is sent: the figures of its training stay in sight. */
    void publishing() {
        phase = JobPhase.PUBLISH;
        fraction = phase.from();
        message = "";
        send(false, null);
    }

    /** A training goes on from its checkpoint: what was done before says nothing about the pace. */
    void resumed(int epochsDone) {
        epoch = epochsDone;
        fraction = phase.at((double) epochsDone / Math.max(1, epochs));
        fractionAtStart = fraction;
        message = "Went on from the checkpoint in epoch " + (epochsDone + 1);
        send(false, null);
    }

    /** A part of the phase is done, sent when it is time for it. */
    void moved(double fractionOfPhase, String what) {
        fraction = phase.at(fractionOfPhase);
        message = what;
        sendIfDue();
    }

    /** Some steps of an epoch are done, sent when it is time for it. */
    void stepped(int epochsDone, double fractionOfPhase, Map<String, Double> lossesNow, double pace) {
        epoch = epochsDone;
        fraction = phase.at(fractionOfPhase);
        losses = lossesNow;
        imagesPerSecond = pace;
        sendIfDue();
    }

    /** An epoch is done. */
    void epochDone(int epochsDone, Map<String, Double> lossesNow, Map<String, Double> metricsNow, double pace) {
        epoch = epochsDone;
        fraction = phase.at((double) epochsDone / Math.max(1, epochs));
        losses = lossesNow;
        metrics = metricsNow;
        imagesPerSecond = pace;
        send(true, null);
    }

    void completed(String modelVersion) {
        fraction = 1;
        end(JobState.COMPLETED, "", modelVersion);
    }

    /** A replay is done: no model is published, the message says how the parameters compare. */
    void compared(String outcome, boolean same) {
        fraction = 1;
        Map<String, Double> all = new TreeMap<>(metrics);
        all.put(Replay.SAME_PARAMETERS, same ? 1.0 : 0.0);
        metrics = all;
        end(JobState.COMPLETED, outcome, null);
    }

    void failed(String why) {
        end(JobState.FAILED, why, null);
    }

    void cancelled() {
        end(JobState.CANCELLED, "The job was cancelled", null);
    }

    private void end(JobState last, String why, String modelVersion) {
        state = last;
        message = why;
        send(false, modelVersion);
    }

    private void sendIfDue() {
        if (System.nanoTime() - sentAt >= interval.toNanos()) {
            send(false, null);
        }
    }

    private void send(boolean epochEnd, String modelVersion) {
        sentAt = System.nanoTime();
        if (Double.isNaN(fractionAtStart) && phase != JobPhase.READ) {
            fractionAtStart = fraction;
        }
        events.send(new TrainingProgress(job.jobId(), job.adaptationId(), job.method(), job.source().line(),
                job.target().line(), state, phase.name(), Math.min(epoch, epochs), epochs, epochEnd, fraction, losses,
                metrics, imagesPerSecond, secondsBefore + secondsHere(), secondsLeft(), text(),
                modelVersion, clock.instant()));
    }

    private String text() {
        if (warning.isEmpty()) {
            return message;
        }
        return message.isEmpty() ? warning : message + " (" + warning + ")";
    }

    private double secondsHere() {
        return (System.nanoTime() - startedAt) / 1e9;
    }

    private Double secondsLeft() {
        if (state.isFinal()) {
            return 0.0;
        }
        double done = fraction - (Double.isNaN(fractionAtStart) ? 0 : fractionAtStart);
        return done < TOO_EARLY_TO_TELL ? null : secondsHere() / done * (1 - fraction);
    }
}

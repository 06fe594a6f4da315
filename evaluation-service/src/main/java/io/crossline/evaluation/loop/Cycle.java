package io.crossline.evaluation.loop;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Method;
import io.crossline.monitoring.gate.GateVerdict;

/**
 * One turn of the loop for a line.
 *
 * @param trigger {@link #DRIFT}, {@link #ESTIMATE} or {@link #PERSON}
 * @param by who asked: a person's name, or {@code loop}
 * @param reason what drifted or fell short in words, or a person's reason
 * @param champion model that served when the cycle was opened, and that the candidate starts from as a rule
 * @param candidate model that the job makes, or an earlier champion
 * @param returned whether the candidate is an earlier champion of the line: then no job was asked for
 * @param job what was or would have been asked of the training service
 * @param outcome null until the cycle is closed
 * @param detail one sentence on where it stands or how it ended
 * @param gate null until the candidate met the champion
 * @param shadow how far the candidate's time in shadow is
 * @param closedAt null until then
 */
public record Cycle(UUID cycleId, String line, String trigger, String by, String reason, String champion,
        String candidate, boolean returned, @JsonIgnore JobRequested job, CycleState state, CycleState.Outcome outcome,
        String detail,
        GateVerdict gate, Shadow shadow, Instant openedAt, Instant changedAt, Instant closedAt) {

    /** Whom the audit names for what no person did. */
    public static final String LOOP = "loop";
    public static final String DRIFT = "drift";
    /** The champion is estimated to be right too seldom, and no drift is confirmed. */
    public static final String ESTIMATE = "estimate";
    public static final String PERSON = "person";

    /**
     * @param batches predicted so far
     * @param needed before the candidate may serve
     * @param agreement share of images on which candidate and champion agreed, or null before the end
     */
    public record Shadow(int batches, int needed, Double agreement) {}

    /** Null where no job was asked for. */
    @JsonProperty
    public UUID jobId() {
        return returned ? null : job.jobId();
    }

    /** Of the job; null where none was asked for. */
    @JsonProperty
    public Method method() {
        return returned ? null : job.method();
    }

    /** How many labels of the line's images the job may learn from. */
    @JsonProperty
    public int labels() {
        return job.targetLabels().size();
    }

    /** How many images of named kinds the job learns as further classes. */
    @JsonProperty
    public int examples() {
        return job.examples().size();
    }

    /** How many images of unknown kinds the job leaves out. */
    @JsonProperty
    public int leftOut() {
        return job.leftOut().stream().mapToInt(batch -> batch.images().size()).sum();
    }
}

package io.crossline.evaluation.loop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.ModelPromoted;
import io.crossline.monitoring.gate.GateVerdict;

/**
 * The cycles, as the database remembers them. Every change is one transaction with its audit entry, and happens only from the state
 * that it expects: the same thing told twice, or by two replicas, happens once.
 */
public interface Cycles {

    /** @return false if the line has an open cycle already, or this one was opened before */
    boolean open(Cycle cycle);

    Optional<Cycle> openOf(String line);

    List<Cycle> allOpen();

    /** The open cycle whose job makes this model. */
    Optional<Cycle> awaiting(String candidate);

    Optional<Cycle> awaitingJob(UUID jobId);

    /** The line's newest cycle that ended. */
    Optional<Cycle> newestClosed(String line);

    /** Cycles of the line that no person opened since then. */
    int openedByLoopSince(String line, Instant since);

    /** OPENED to TRAINING, with the request of the jobs in the same transaction. */
    boolean requested(Cycle cycle, List<JobRequested> jobs);

    /**
     * OPENED to SHADOW, without a job: an earlier champion passed the gate and is the candidate now.
     *
     * @return false if the cycle is not OPENED any more
     */
    boolean returned(Cycle cycle, String earlierChampion, GateVerdict verdict);

    /** OPENED or TRAINING to SHADOW. */
    boolean accepted(Cycle cycle, GateVerdict verdict);

    /** OPENED or TRAINING to CLOSED. */
    boolean refused(Cycle cycle, GateVerdict verdict);

    void shadowed(UUID cycleId, int batches);

    /**
     * SHADOW to PROBATION, with the promotion in the same transaction.
     *
     * @return empty if the cycle is not in shadow any more; also where a person pinned the champion or made another one meanwhile: then the
     *         cycle is closed and says so
     */
    Optional<ModelPromoted> promote(Cycle cycle, double agreement, String reason);

    /**
     * PROBATION to CLOSED, with the promotion of the model before in the same transaction.
     *
     * @return empty if the cycle is not on probation any more; also where a person pinned the candidate or made another champion meanwhile:
     *         then the cycle is closed and says so
     */
    Optional<ModelPromoted> rollBack(Cycle cycle, String reason);

    /** Any open state to CLOSED. */
    boolean close(Cycle cycle, CycleState.Outcome outcome, String by, String detail);
}

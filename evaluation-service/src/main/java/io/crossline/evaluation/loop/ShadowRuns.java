package io.crossline.evaluation.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.crossline.contracts.BatchPredicted;
import io.crossline.monitoring.drift.Observation;

/** What candidates in shadow said so far. Lost at a restart: the candidate's time in shadow then begins anew. */
final class ShadowRuns {

    private final Map<String, Run> byLine = new ConcurrentHashMap<>();

    /** A line's run. Its batches come one after the other. */
    private static final class Run {

        private final UUID cycleId;
        private final List<Observation> champion = new ArrayList<>();
        private final List<Observation> candidate = new ArrayList<>();
        private String newest;
        private int batches;

        Run(UUID cycleId) {
            this.cycleId = cycleId;
        }
    }

    /**
     * @param batch the newest one again is not counted again
     * @return batches so far
     */
    int add(Cycle cycle, BatchPredicted batch, List<Observation> champion, List<Observation> candidate) {
        Run run = byLine.compute(cycle.line(),
                (line, known) -> known != null && known.cycleId.equals(cycle.cycleId())
                        ? known
                        : new Run(cycle.cycleId()));
        if (!batch.eventId().equals(run.newest)) {
            run.newest = batch.eventId();
            run.champion.addAll(champion);
            run.candidate.addAll(candidate);
            run.batches++;
        }
        return run.batches;
    }

    /** What the cycle's batches show; to be called after {@link #add}. */
    ShadowCheck check(Cycle cycle) {
        Run run = byLine.get(cycle.line());
        return ShadowCheck.of(run.champion, run.candidate);
    }

    /** To be called once the database has what the check led to. */
    void forget(Cycle cycle) {
        byLine.remove(cycle.line());
    }
}

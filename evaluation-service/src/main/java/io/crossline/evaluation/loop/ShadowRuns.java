package io.crossline.evaluation.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.crossline.evaluation.drift.Observation;

/** What candidates in shadow said so far. Lost at a restart: the candidate's time in shadow then begins anew. */
final class ShadowRuns {

    private record Run(UUID cycleId, List<Observation> champion, List<Observation> candidate, int[] batches) {}

    private final Map<String, Run> byLine = new ConcurrentHashMap<>();

    /** @return batches so far */
    int add(Cycle cycle, List<Observation> champion, List<Observation> candidate) {
        Run run = byLine.compute(cycle.line(), (line, known) -> known != null && known.cycleId().equals(cycle.cycleId())
                ? known
                : new Run(cycle.cycleId(), new ArrayList<>(), new ArrayList<>(), new int[1]));
        run.champion().addAll(champion);
        run.candidate().addAll(candidate);
        return ++run.batches()[0];
    }

    ShadowCheck end(Cycle cycle) {
        Run run = byLine.remove(cycle.line());
        return ShadowCheck.of(run.champion(), run.candidate());
    }
}

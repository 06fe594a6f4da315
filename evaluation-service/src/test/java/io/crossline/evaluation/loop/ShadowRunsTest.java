package io.crossline.evaluation.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.BatchPredicted;
import io.crossline.contracts.Topics;
import io.crossline.monitoring.drift.Observation;

class ShadowRunsTest {

    private static final List<Observation> ONE = List
            .of(new Observation(new float[]{1}, new double[]{1}, 0, 0.9, null));

    private final ShadowRuns runs = new ShadowRuns();

    /** Given a batch that is told again since the database failed in between, then it counts once. */
    @Test
    void theSameBatchCountsOnce() {
        Cycle cycle = cycle();

        assertThat(runs.add(cycle, batch(7), ONE, ONE)).isEqualTo(1);
        assertThat(runs.add(cycle, batch(7), ONE, ONE)).isEqualTo(1);
        assertThat(runs.add(cycle, batch(8), ONE, ONE)).isEqualTo(2);
    }

    /** Given a check whose outcome could not be recorded, when it is made again, then nothing of the shadow is lost. */
    @Test
    void aCheckMayBeMadeAgain() {
        Cycle cycle = cycle();
        runs.add(cycle, batch(7), ONE, ONE);
        ShadowCheck first = runs.check(cycle);

        assertThat(runs.add(cycle, batch(7), ONE, ONE)).isEqualTo(1);
        assertThat(runs.check(cycle)).isEqualTo(first);

        runs.forget(cycle);
        assertThat(runs.add(cycle, batch(8), ONE, ONE)).isEqualTo(1);
    }

    private static Cycle cycle() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        return new Cycle(UUID.randomUUID(), "line-b", Cycle.DRIFT, Cycle.LOOP, "darker", "source-1", "dann-1", false,
                null, CycleState.SHADOW, null, "in shadow", null, new Cycle.Shadow(0, 2, null), now, now, null);
    }

    private static BatchPredicted batch(long offset) {
        return new BatchPredicted("line-b", "source-1", Topics.IMAGES_CAPTURED, 0, offset, List.of("a", "b"),
                List.of(0), List.of(0.9), Instant.parse("2026-01-01T00:00:00Z"));
    }
}

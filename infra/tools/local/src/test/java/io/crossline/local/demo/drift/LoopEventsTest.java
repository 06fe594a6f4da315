package io.crossline.local.demo.drift;

import static io.crossline.local.demo.drift.Recorded.ADAPTED;
import static io.crossline.local.demo.drift.Recorded.gate;
import static io.crossline.local.demo.drift.Recorded.minute;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class LoopEventsTest {

    private final Recorded run = new Recorded();
    private final LoopEvents events = new LoopEvents();

    @Test
    void tellsEachThingOnceAndWithTheWindowOfItsTime() {
        // Given a drift and the cycle that it opens
        run.window(11, ADAPTED, 0.9, true, false).window(12, ADAPTED, 0.8, true, true);
        run.cycles.add(cycle("TRAINING", null, null, 12.1));

        // When it is looked at twice
        List<LoopEvent> first = news();
        List<LoopEvent> second = news();

        // Then it is told once
        assertThat(first).extracting(LoopEvent::line).containsExactly("window 12: darker by 22 %: drift confirmed",
                "window 12: the loop asks for an adaptation: a confirmed drift");
        assertThat(second).isEmpty();

        // And later what became of it
        run.window(13, ADAPTED, 0.8, true, false).window(14, "dann-2", 0.9, false, false);
        run.cycles.set(0, cycle("SHADOW", null, gate(true), 12.5));
        run.promotions.add(new LoopPromotion("dann-2", ADAPTED, "loop", "passed", minute(13.5)));
        assertThat(news()).extracting(LoopEvent::line).containsExactly(
                "window 12: the gate accepts dann-2 (2 of 3 validators)", "window 13: dann-2 is promoted");
        run.cycles.set(0, cycle("CLOSED", "ROLLED_BACK", gate(true), 14.5));
        assertThat(news()).extracting(LoopEvent::line)
                .containsExactly("window 14: dann-2 is rolled back: the estimate fell");
    }

    @Test
    void aRefusalByTheGateIsToldOnceWithItsReason() {
        run.window(3, ADAPTED, 0.9, true, true);
        run.cycles.add(cycle("CLOSED", "REFUSED", gate(false), 3.5));

        assertThat(news()).extracting(LoopEvent::kind).containsExactly(LoopEvent.Kind.DRIFT, LoopEvent.Kind.CYCLE,
                LoopEvent.Kind.GATE);
        assertThat(events.news(run.windows, run.cycles, run.promotions)).isEmpty();
    }

    @Test
    void aRefusalInShadowAndAFailedJobAreToldToo() {
        run.cycles.add(cycle("CLOSED", "REFUSED", gate(true), 3.5));
        assertThat(news()).extracting(LoopEvent::text).contains("dann-2 is refused: the estimate fell");

        LoopEvents others = new LoopEvents();
        run.cycles.set(0, cycle("CLOSED", "FAILED", null, 3.5));
        assertThat(others.news(run.windows, run.cycles, run.promotions)).extracting(LoopEvent::text)
                .containsExactly("the loop asks for an adaptation: a confirmed drift",
                        "the adaptation failed: the estimate fell");
    }

    private List<LoopEvent> news() {
        return events.news(run.windows, run.cycles, run.promotions);
    }

    private static LoopCycle cycle(String state, String outcome, LoopCycle.Gate gate, double changed) {
        return new LoopCycle("c1", "drift", "loop", "a confirmed drift", ADAPTED, "dann-2", state, outcome,
                "the estimate fell", gate, minute(changed < 12 ? 3.1 : 12.1), minute(changed),
                outcome == null ? null : minute(changed));
    }
}

package io.crossline.local.demo.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A made-up run of the loop: a window a minute, cycles and promotions in between. */
final class Recorded {

    static final String SOURCE = "source-1";
    static final String ADAPTED = "teacher-1";
    static final Instant BEGIN = Instant.parse("2026-11-24T14:00:00Z");

    final NavigableMap<Integer, LoopWindow> windows = new TreeMap<>();
    final List<LoopCycle> cycles = new ArrayList<>();
    final List<LoopPromotion> promotions = new ArrayList<>();

    /** Minutes after the beginning; window n is scored at minute n. */
    static Instant minute(double minute) {
        return BEGIN.plusMillis(Math.round(minute * 60_000));
    }

    /** @param others model, role and true accuracy of the models beside the serving one */
    Recorded window(int number, String model, double accuracy, boolean drifted, boolean confirmed,
            LoopWindow.Score... others) {
        windows.put(number, new LoopWindow(model, "captured", 0, number * 2L - 1, drifted, confirmed, false,
                "darker by 22 %", new LoopWindow.Estimate(accuracy - 0.01, accuracy - 0.05, accuracy + 0.03), accuracy,
                minute(number), List.of(others)));
        return this;
    }

    static LoopWindow.Score score(String model, String role, Double accuracy) {
        return new LoopWindow.Score(model, role, null, accuracy, Map.of());
    }

    /** A cycle that ends with a promoted candidate. */
    Recorded promoted(String candidate, String before, double opened, double promoted) {
        cycles.add(0, new LoopCycle("cycle-" + candidate, "drift", "loop", "a confirmed drift", before, candidate,
                "PROBATION", null, null, gate(true), minute(opened), minute(promoted), null));
        promotions.add(0, new LoopPromotion(candidate, before, "loop", "passed the gate", minute(promoted)));
        return this;
    }

    static LoopCycle.Gate gate(boolean accepted) {
        return new LoopCycle.Gate(accepted ? "ACCEPTED" : "REFUSED", "the committee's majority",
                List.of(new LoopCycle.Validator("agreement", accepted ? "candidate" : "champion"),
                        new LoopCycle.Validator("density", "candidate"), new LoopCycle.Validator("other", "none")));
    }
}

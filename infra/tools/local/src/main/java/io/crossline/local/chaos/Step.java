package io.crossline.local.chaos;

import java.time.Duration;

/**
 * One thing that happens during a run.
 *
 * @param at since the run's start
 * @param target a part for {@link StepKind#KILL} and {@link StepKind#FREEZE}, else a line
 * @param variant which of several records, files or models: 0 or more, taken modulo their number
 * @param length how long a freeze lasts; zero for all others
 */
public record Step(Duration at, StepKind kind, String target, int variant, Duration length) {

    /** When it is over. */
    public Duration end() {
        return at.plus(length);
    }
}

package io.crossline.local.chaos;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** How long the product was away after a fault. */
public final class Outages {

    /** A question that is asked right after a fault may still be answered from before it. */
    static final Duration SETTLING = Duration.ofSeconds(1);

    private Outages() {}

    /**
     * An answer to the question whether all is ready.
     *
     * @param asked since the run's start
     */
    public record Sample(Duration asked, boolean ready) {}

    /**
     * The longest time from a fault until all was ready again, zero where there was no fault.
     *
     * @param faults times since the run's start
     * @param samples in the order of their times
     * @param end when asking ended: a fault that was not healed counts until then
     */
    public static Duration longest(List<Duration> faults, List<Sample> samples, Duration end) {
        return faults.stream().map(fault -> healed(fault, samples, end).minus(fault)).max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static Duration healed(Duration fault, List<Sample> samples, Duration end) {
        return samples.stream()
                .filter(sample -> sample.ready() && sample.asked().compareTo(fault.plus(SETTLING)) >= 0)
                .map(Sample::asked).findFirst().orElse(end);
    }
}

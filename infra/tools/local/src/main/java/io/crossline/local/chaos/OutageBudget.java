package io.crossline.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.crossline.local.supervise.BackOff;

/**
 * Which kills and freezes a part still bears. A part that ends more often than {@link BackOff} allows stays down, which is
 * the launcher's rule and no fault of the product; one end is left for what a fault elsewhere may bring about.
 */
final class OutageBudget {

    private static final int KILLS = BackOff.RESTARTS - 1;
    private static final Duration LEAST_FREEZE = Duration.ofSeconds(3);
    private static final Duration LONGEST_FREEZE = Duration.ofSeconds(150);
    /** A part that was just disturbed is left alone for so long. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final Map<String, List<Duration>> kills = new HashMap<>();
    private final Map<String, Duration> busyUntil = new HashMap<>();

    /**
     * How long a freeze takes: short ones are common, long ones are rare (uniform in the logarithm).
     *
     * @param rest time that is left of the run
     */
    static Duration freeze(RandomGenerator random, Duration rest) {
        double least = LEAST_FREEZE.toMillis();
        double most = Math.max(least, Math.min(LONGEST_FREEZE.toMillis(), rest.toMillis() / 2.0));
        return Duration.ofMillis(Math.round(least * Math.pow(most / least, random.nextDouble())));
    }

    /**
     * A kill where one is wanted and allowed, else a freeze.
     *
     * @param at not before that of an earlier call
     * @return empty where the part does not bear either
     */
    Optional<Step> fit(String part, Duration at, boolean kill, Duration freeze) {
        if (at.compareTo(busyUntil.getOrDefault(part, Duration.ZERO)) < 0) {
            return Optional.empty();
        }
        List<Duration> before = kills.computeIfAbsent(part, name -> new ArrayList<>());
        boolean allowed = before.stream().filter(each -> at.minus(each).compareTo(BackOff.WINDOW) <= 0).count() < KILLS;
        if (kill && allowed) {
            before.add(at);
        }
        Step step = kill && allowed
                ? new Step(at, StepKind.KILL, part, 0, Duration.ZERO)
                : new Step(at, StepKind.FREEZE, part, 0, freeze);
        busyUntil.put(part, step.end().plus(REST));
        return Optional.of(step);
    }
}

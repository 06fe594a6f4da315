package io.crossline.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import io.crossline.local.Ports;
import io.crossline.local.Service;

/**
 * What happens during a run, and when. The same seed, length and lines give the same schedule. Each kind of step has a
 * random stream of its own, so that its steps do not depend on those of the others.
 */
public final class Schedule {

    /** Seconds between two steps of one kind, uniform. */
    private record Gap(double least, double most) {

        double draw(RandomGenerator random) {
            return least + (most - least) * random.nextDouble();
        }
    }

    /** Seconds; the first step comes after half a gap. */
    private static final Gap OUTAGES = new Gap(10, 30);
    private static final Gap BAD_RECORDS = new Gap(3, 9);
    private static final Gap BAD_FILES = new Gap(10, 30);
    private static final Gap GOOD_FILES = new Gap(5, 15);
    private static final Gap PEOPLE = new Gap(10, 25);
    private static final Gap RETENTION = new Gap(50, 150);
    private static final double ROLL_BACKS = 0.3;

    private Schedule() {}

    /**
     * @param length of the run; every freeze ends before it is over
     * @param lines of the plant, at least one
     * @return in the order of {@link Step#at}
     */
    public static List<Step> of(long seed, Duration length, List<String> lines) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Step> steps = new ArrayList<>(outages(random.split(), length));
        steps.addAll(others(StepKind.BAD_RECORD, BAD_RECORDS, random.split(), length, lines));
        steps.addAll(others(StepKind.BAD_FILE, BAD_FILES, random.split(), length, lines));
        steps.addAll(others(StepKind.GOOD_FILE, GOOD_FILES, random.split(), length, lines));
        steps.addAll(others(StepKind.PROMOTE, PEOPLE, random.split(), length, lines));
        steps.addAll(others(StepKind.CUT_RETENTION, RETENTION, random.split(), length, lines));
        steps.sort(Comparator.comparing(Step::at));
        return List.copyOf(steps);
    }

    private static List<Step> outages(RandomGenerator random, Duration length) {
        List<Step> steps = new ArrayList<>();
        OutageBudget budget = new OutageBudget();
        for (double at = OUTAGES.draw(random) / 2; at < seconds(length); at += OUTAGES.draw(random)) {
            Duration start = duration(at);
            Duration rest = length.minus(start);
            String part = part(random);
            Duration freeze = OutageBudget.freeze(random, rest);
            boolean kill = random.nextBoolean();
            budget.fit(part, start, kill, freeze).ifPresent(steps::add);
        }
        return steps;
    }

    /** Parts that hold or move the plant's data come more often. */
    private static String part(RandomGenerator random) {
        List<String> parts = new ArrayList<>();
        addTimes(parts, Service.EVALUATION.id(), 4);
        addTimes(parts, Service.INGEST.id(), 3);
        addTimes(parts, Ports.KAFKA, 3);
        addTimes(parts, Ports.POSTGRESQL, 3);
        addTimes(parts, Service.TRANSLATION.id(), 1);
        addTimes(parts, Service.TRAINING.id(), 1);
        addTimes(parts, Service.DASHBOARD.id(), 1);
        return parts.get(random.nextInt(parts.size()));
    }

    private static void addTimes(List<String> parts, String part, int times) {
        for (int i = 0; i < times; i++) {
            parts.add(part);
        }
    }

    private static List<Step> others(StepKind kind, Gap gap, RandomGenerator random, Duration length,
            List<String> lines) {
        List<Step> steps = new ArrayList<>();
        int variant = random.nextInt(Byte.MAX_VALUE);
        for (double at = gap.draw(random) / 2; at < seconds(length); at += gap.draw(random)) {
            String line = lines.get(random.nextInt(lines.size()));
            boolean back = kind == StepKind.PROMOTE && random.nextDouble() < ROLL_BACKS;
            // in turn, so that even a short run has many of the variants
            steps.add(new Step(duration(at), back ? StepKind.ROLL_BACK : kind, line, variant++, Duration.ZERO));
        }
        return steps;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }
}

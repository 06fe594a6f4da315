package io.crossline.local.demo.drift;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;

import io.crossline.contracts.InvalidFieldException;

/**
 * What happens to line B, window by window, counted from 1.
 *
 * @param phases in the order in which they come
 * @param pace from the beginning of a window to that of the next: a plant's images come over time, while a job takes a minute
 */
public record AgeingScript(List<Phase> phases, Duration pace) {

    static final String SOURCE = "sim:clean";

    /** Line B as the models first see it, where the ageing begins. */
    private static final String FIRST_STRETCH = "sim:clean?to=worn&at=0.3&images=2000&test=500";

    static final int WINDOW_IMAGES = 200;
    static final int BATCH_IMAGES = 100;

    private static final String DEFECTS = "scratch:1,hole:1,dent:1,stain:1,missing-feature:1";
    private static final int KINDS_OF_DEFECT = 5;
    private static final double MORE_DEFECTS = 3;
    private static final int WEIGHT_DIGITS = 6;
    private static final long SEEDS_APART = 1000;

    /**
     * The demo's: 30 windows in 7 and a half minutes. How far the lamp moves is set by what models make of it (28x28x1, seed 0): worn 0.5 to
     * 0.75 of its way to dim leaves the source model right on 0.76 to 0.69, one that has kept up with the ageing on 0.91 to
     * 0.84, and one that was adapted to 600 of such images (at 0.7) on 0.96. Half of its way to glare, neither: 0.43 and 0.45.
     */
    static final AgeingScript STANDARD = standard(null, "good:5," + DEFECTS);

    private static AgeingScript standard(String mix, String changedMix) {
        return new AgeingScript(List.of(new Phase(Phase.Kind.AGEING, 12, "clean", "worn", 0.3, 0.9, mix),
                new Phase(Phase.Kind.LAMP, 12, "worn", "dim", 0.6, 0.6, mix),
                new Phase(Phase.Kind.CLASS_MIX, 6, "worn", "dim", 0.6, 0.6, changedMix)), Duration.ofSeconds(15));
    }

    /**
     * The same on a line of mostly good parts; at the end, defects come three times as often.
     *
     * @param good share of good parts, above 0 and below 1
     */
    static AgeingScript mostlyGood(double good) {
        return standard(mix(good), mix(1 - MORE_DEFECTS * (1 - good)));
    }

    /** Defects of all kinds come alike. */
    private static String mix(double good) {
        return "good:%s,%s".formatted(BigDecimal.valueOf(KINDS_OF_DEFECT * good / (1 - good))
                .round(new MathContext(WEIGHT_DIGITS)).stripTrailingZeros().toPlainString(), DEFECTS);
    }

    /** Line B's first images, in the mix of the first phase. */
    String firstStretch() {
        String mix = phases.get(0).mix();
        return mix == null ? FIRST_STRETCH : FIRST_STRETCH + "&mix=" + mix;
    }

    public AgeingScript {
        phases = List.copyOf(phases);
        if (phases.stream().map(Phase::kind).distinct().count() < phases.size()) {
            throw new InvalidFieldException("phases", "has two phases of a kind, expected one of each at most");
        }
        if (pace.isNegative()) {
            throw new InvalidFieldException("pace", "is " + pace + ", expected 0 or more");
        }
    }

    int windows() {
        return phases.stream().mapToInt(Phase::windows).sum();
    }

    /** The phase that a window belongs to. */
    Phase phase(int window) {
        Phase last = null;
        int before = 0;
        for (Phase phase : phases) {
            last = phase;
            before += phase.windows();
            if (window <= before) {
                break;
            }
        }
        return last;
    }

    /** A phase's first window; behind the last window of all where there is no such phase. */
    int first(Phase.Kind kind) {
        int window = 1;
        for (Phase phase : phases) {
            if (phase.kind() == kind) {
                return window;
            }
            window += phase.windows();
        }
        return window;
    }

    String spec(int window) {
        Phase phase = phase(window);
        return phase.spec(window - first(phase.kind()), WINDOW_IMAGES);
    }

    /** Each window's images have a seed of their own, so that no part comes twice. */
    static long seed(long seed, int window) {
        return seed * SEEDS_APART + window;
    }
}

package io.crossline.local.demo.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;

import io.crossline.local.console.Durations;

/** Whether a figure that the loop has to reach was reached, in a sentence. */
@JsonPropertyOrder({"result", "text"})
record Verdict(Result result, String text) {

    /** How it came out. */
    enum Result {
        MET, MISSED, UNKNOWN;

        @JsonValue
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Result of(boolean met) {
            return met ? MET : MISSED;
        }
    }

    static final double LEAST_MEAN = 0.93;
    static final double LEAST_ABOVE_SOURCE = 0.15;
    static final int MOST_DETECTION_WINDOWS = 5;
    static final double MOST_LOSS = 0.01;
    static final long MOST_SECONDS = 12 * 60;

    /** Differences of means are sums of many roundings. */
    private static final double ROUNDING = 1e-9;

    static List<Verdict> of(Figures figures) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(mean(figures));
        verdicts.add(aboveSource(figures));
        addOthers(verdicts, figures);
        return verdicts;
    }

    /** On a line of mostly good parts a model that calls all of them good is right nearly always: there the classes count alike. */
    static List<Verdict> ofMostlyGood(Figures figures, List<Inspection> inspections) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(balancedAboveSource(inspections));
        addOthers(verdicts, figures);
        return verdicts;
    }

    private static Verdict balancedAboveSource(List<Inspection> inspections) {
        OptionalDouble source = balanced(inspections, Curve.SOURCE);
        OptionalDouble loop = balanced(inspections, Curve.LOOP);
        if (source.isEmpty() || loop.isEmpty()) {
            return new Verdict(Result.UNKNOWN, "No labels were counted, so there is no balanced accuracy.");
        }
        double above = loop.getAsDouble() - source.getAsDouble();
        return new Verdict(Result.of(above >= LEAST_ABOVE_SOURCE - ROUNDING), text(
                "The loop's balanced accuracy over all windows is %.4f, %.1f points above the frozen source model; asked: at least %.0f.",
                loop.getAsDouble(), 100 * above, 100 * LEAST_ABOVE_SOURCE));
    }

    private static OptionalDouble balanced(List<Inspection> inspections, String name) {
        return inspections.stream().filter(each -> each.name().equals(name))
                .mapToDouble(Inspection::balancedAccuracy).findFirst();
    }

    private static Verdict mean(Figures figures) {
        return figures.loopMean() == null
                ? new Verdict(Result.UNKNOWN, "No window was scored with labels, so there is no mean true accuracy.")
                : new Verdict(Result.of(figures.loopMean() >= LEAST_MEAN - ROUNDING),
                        text("The loop's mean true accuracy is %.4f; asked: at least %.2f.", figures.loopMean(),
                                LEAST_MEAN));
    }

    private static Verdict aboveSource(Figures figures) {
        return figures.loopAboveSource() == null
                ? new Verdict(Result.UNKNOWN, "The frozen source model was not scored beside the loop.")
                : new Verdict(Result.of(figures.loopAboveSource() >= LEAST_ABOVE_SOURCE - ROUNDING),
                        text("The loop is %.1f points above the frozen source model; asked: at least %.0f.",
                                100 * figures.loopAboveSource(), 100 * LEAST_ABOVE_SOURCE));
    }

    private static void addOthers(List<Verdict> verdicts, Figures figures) {
        verdicts.add(detection(figures));
        verdicts.add(new Verdict(Result.of(figures.promotionsOnClassMix() == 0),
                figures.promotionsOnClassMix() == 0
                        ? "The change of the class mix promoted nothing."
                        : "After the change of the class mix, the loop promoted %d of its models; asked: none."
                                .formatted(figures.promotionsOnClassMix())));
        verdicts.add(loss(figures));
        verdicts.add(new Verdict(Result.of(figures.seconds() <= MOST_SECONDS),
                "The demo took %s; asked: at most %s.".formatted(Durations.text(figures.seconds()),
                        Durations.text(MOST_SECONDS))));
    }

    private static Verdict detection(Figures figures) {
        return figures.detectionWindows() == null
                ? new Verdict(Result.MISSED, "The change of the lamp was not detected.")
                : new Verdict(Result.of(figures.detectionWindows() <= MOST_DETECTION_WINDOWS),
                        "The change of the lamp was detected in window %d from then; asked: within %d.".formatted(
                                figures.detectionWindows(), MOST_DETECTION_WINDOWS));
    }

    private static Verdict loss(Figures figures) {
        if (figures.promotions() == 0) {
            return new Verdict(Result.UNKNOWN, "The loop promoted nothing, so no promotion can have done harm.");
        }
        if (figures.comparedPromotions() < figures.promotions() && !lost(figures)) {
            return new Verdict(Result.UNKNOWN,
                    "%d of the loop's %d promotions can be compared with the model before; those lost no more than 1 point."
                            .formatted(figures.comparedPromotions(), figures.promotions()));
        }
        return new Verdict(Result.of(!lost(figures)),
                text("The worst of %d promotions changed the true accuracy by %+.1f points; asked: a loss of at most %.0f.",
                        figures.promotions(), 100 * figures.worstPromotion(), 100 * MOST_LOSS));
    }

    private static boolean lost(Figures figures) {
        return figures.worstPromotion() != null && figures.worstPromotion() < -MOST_LOSS - ROUNDING;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

package io.crossline.local.demo.drift;

import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What came out, in numbers. Accuracies are shares, 0 to 1; null is not known.
 *
 * @param scoredWindows windows of the script that the evaluation service scored
 * @param loopMean mean true accuracy over the windows, likewise the next two
 * @param loopAboveSource loop's mean minus the source model's
 * @param detectionWindows windows from the change of the lamp to the drift's detection, the change's own counted; null where
 *        it was not detected
 * @param promotions models that the loop promoted
 * @param promotionsOnClassMix those of cycles that were opened after the class mix changed
 * @param rollbacks promotions that the loop took back
 * @param worstPromotion least gain of true accuracy by a promotion, negative for a loss; null where none could be compared
 * @param comparedPromotions promotions whose gain is known
 * @param seconds from the command to the end
 */
@JsonPropertyOrder({"windows", "scoredWindows", "loopMean", "adaptedMean", "sourceMean", "loopAboveSource",
        "detectionWindows", "promotions", "promotionsOnClassMix", "rollbacks", "worstPromotion", "comparedPromotions",
        "seconds"})
record Figures(int windows, int scoredWindows, Double loopMean, Double adaptedMean, Double sourceMean,
        Double loopAboveSource, Integer detectionWindows, int promotions, int promotionsOnClassMix, int rollbacks,
        Double worstPromotion, int comparedPromotions, double seconds) {

    static Figures of(AgeingScript script, NavigableMap<Integer, LoopWindow> windows, List<LoopCycle> cycles,
            List<LoopPromotion> promotions, List<Curve> curves, Duration took) {
        Double source = known(curves.get(0).mean());
        Double loop = known(curves.get(2).mean());
        List<LoopPromotions.Promoted> promoted = LoopPromotions.of(windows, cycles, promotions);
        int classMix = script.first(Phase.Kind.CLASS_MIX);
        List<LoopPromotions.Promoted> compared = promoted.stream().filter(each -> each.gain().isPresent()).toList();
        return new Figures(script.windows(), windows.size(), loop, known(curves.get(1).mean()), source,
                loop == null || source == null ? null : loop - source,
                detection(windows, script.first(Phase.Kind.LAMP)), promoted.size(),
                (int) promoted.stream().filter(each -> each.openedWindow() >= classMix).count(),
                (int) cycles.stream().filter(cycle -> "ROLLED_BACK".equals(cycle.outcome())).count(),
                known(compared.stream().mapToDouble(each -> each.gain().getAsDouble()).min()), compared.size(),
                took.toMillis() / 1000.0);
    }

    /**
     * A drift counts as detected in the window that confirms it. Where the slow ageing had confirmed one before and it lasts,
     * nothing confirms it again: then, in the second drifted window in a row after the change.
     */
    private static Integer detection(NavigableMap<Integer, LoopWindow> windows, int change) {
        for (var entry : windows.tailMap(change, true).entrySet()) {
            int number = entry.getKey();
            LoopWindow before = number == change ? null : windows.get(number - 1);
            if (entry.getValue().confirmed()
                    || entry.getValue().drifted() && before != null && before.drifted()) {
                return number - change + 1;
            }
        }
        return null;
    }

    private static Double known(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}

package io.crossline.local.demo.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;

/** Promotions that came of a cycle, with what each did to the accuracy. */
final class LoopPromotions {

    private static final int COMPARED_WINDOWS = 2;

    private LoopPromotions() {}

    /**
     * @param openedWindow the newest window when the cycle was opened
     * @param gain of the true accuracy over the model before, on the same images of the first two windows after the promotion;
     *        empty where no window was scored by both
     */
    record Promoted(LoopCycle cycle, int openedWindow, OptionalDouble gain) {}

    static List<Promoted> of(NavigableMap<Integer, LoopWindow> windows, List<LoopCycle> cycles,
            List<LoopPromotion> promotions) {
        List<Promoted> promoted = new ArrayList<>();
        for (LoopCycle cycle : cycles) {
            promotions.stream().filter(promotion -> promotion.modelVersion().equals(cycle.candidate()))
                    .min(Comparator.comparing(LoopPromotion::at)).ifPresent(promotion -> promoted.add(new Promoted(
                            cycle, LoopEvents.numberAt(windows, cycle.openedAt()), gain(windows, promotion))));
        }
        return promoted;
    }

    private static OptionalDouble gain(NavigableMap<Integer, LoopWindow> windows, LoopPromotion promotion) {
        return windows.values().stream()
                .filter(window -> window.at().isAfter(promotion.at())
                        && window.modelVersion().equals(promotion.modelVersion()))
                .limit(COMPARED_WINDOWS).filter(window -> window.trueAccuracy() != null)
                .flatMap(window -> window.scores().stream()
                        .filter(score -> isBefore(score, promotion) && score.trueAccuracy() != null).limit(1)
                        .map(score -> window.trueAccuracy() - score.trueAccuracy()))
                .mapToDouble(gain -> gain).average();
    }

    /** The model before is there for comparison anyway where it is one of the two that never change. */
    private static boolean isBefore(LoopWindow.Score score, LoopPromotion promotion) {
        return "previous".equals(score.role()) || score.modelVersion().equals(promotion.previousModel());
    }
}

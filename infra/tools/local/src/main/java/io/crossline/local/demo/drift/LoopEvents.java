package io.crossline.local.demo.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

import io.crossline.local.demo.drift.LoopEvent.Kind;

/** Tells what is new between two looks at a line. Each thing is told once. */
final class LoopEvents {

    private final Set<String> told = new HashSet<>();
    private NavigableMap<Integer, LoopWindow> windows;
    private List<LoopEvent> news;

    /**
     * @param windows all that were scored so far, by number
     * @return in the order in which they happened
     */
    List<LoopEvent> news(NavigableMap<Integer, LoopWindow> windows, List<LoopCycle> cycles,
            List<LoopPromotion> promotions) {
        this.windows = windows;
        news = new ArrayList<>();
        windows.forEach(this::window);
        for (LoopCycle cycle : cycles) {
            opened(cycle);
            gate(cycle);
            promotions.stream().filter(promotion -> promotion.modelVersion().equals(cycle.candidate()))
                    .min(Comparator.comparing(LoopPromotion::at)).ifPresent(promotion -> tell(cycle.cycleId(),
                            Kind.PROMOTED, promotion.at(), cycle.candidate(), cycle.candidate() + " is promoted"));
            closed(cycle);
        }
        news.sort(Comparator.comparing(LoopEvent::at));
        return news;
    }

    private void window(int number, LoopWindow window) {
        if (window.confirmed()) {
            tell("window " + number, number, Kind.DRIFT, window.at(), window.modelVersion(),
                    window.diagnosis() + ": drift confirmed");
        }
        LoopWindow before = windows.get(number - 1);
        if (window.classMixChanged() && (before == null || !before.classMixChanged())) {
            tell("window " + number, number, Kind.CLASS_MIX, window.at(), window.modelVersion(),
                    window.diagnosis() + (window.drifted() ? "" : ": no drift"));
        }
    }

    private void opened(LoopCycle cycle) {
        tell(cycle.cycleId(), Kind.CYCLE, cycle.openedAt(), cycle.champion(), "%s asks for an adaptation: %s".formatted(
                "person".equals(cycle.trigger()) ? cycle.by() : "the loop", cycle.reason()));
    }

    private void gate(LoopCycle cycle) {
        if (cycle.gate() == null) {
            return;
        }
        LoopCycle.Gate gate = cycle.gate();
        // with labels that people gave, the images themselves decide and no validator votes
        String votes = gate.validators().isEmpty()
                ? "on labelled images"
                : "%d of %d validators".formatted(gate.votesForCandidate(), gate.validators().size());
        tell(cycle.cycleId(), Kind.GATE, cycle.changedAt(), cycle.candidate(),
                gate.accepted()
                        ? "the gate accepts %s (%s)".formatted(cycle.candidate(), votes)
                        : "the gate refuses %s (%s): %s".formatted(cycle.candidate(), votes, gate.reason()));
    }

    private void closed(LoopCycle cycle) {
        if (cycle.outcome() == null) {
            return;
        }
        Kind kind = Kind.valueOf(cycle.outcome());
        if (kind == Kind.REFUSED && cycle.gate() != null && !cycle.gate().accepted()) {
            return; // told as the gate's verdict
        }
        String what = switch (kind) {
            case KEPT -> cycle.candidate() + " is kept";
            case ROLLED_BACK -> cycle.candidate() + " is rolled back";
            case REFUSED -> cycle.candidate() + " is refused";
            case FAILED -> "the adaptation failed";
            default -> "the adaptation has expired";
        };
        tell(cycle.cycleId(), kind, cycle.closedAt() == null ? cycle.changedAt() : cycle.closedAt(), cycle.candidate(),
                cycle.detail() == null || cycle.detail().isBlank() ? what : what + ": " + cycle.detail());
    }

    private void tell(String about, Kind kind, Instant at, String model, String text) {
        tell(about, numberAt(windows, at), kind, at, model, text);
    }

    private void tell(String about, int number, Kind kind, Instant at, String model, String text) {
        if (told.add(about + " " + kind)) {
            news.add(new LoopEvent(number, kind, text, model, at));
        }
    }

    /** The newest window that was scored by then; 0 where there was none. */
    static int numberAt(NavigableMap<Integer, LoopWindow> windows, Instant at) {
        return windows.descendingMap().entrySet().stream().filter(entry -> !entry.getValue().at().isAfter(at))
                .map(Map.Entry::getKey).findFirst().orElse(0);
    }
}

package io.crossline.local.demo.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Looks at the line again and again, remembers all windows and tells each event as it comes. */
final class LoopWatch {

    private static final int NEWEST_WINDOWS = 10;
    private static final int ALL = 200;

    private final LoopLine line;
    private final WindowNumbers numbers;
    private final Consumer<LoopEvent> listener;
    private final LoopEvents loopEvents = new LoopEvents();
    private final NavigableMap<Integer, LoopWindow> windows = new TreeMap<>();
    private final List<LoopEvent> events = new ArrayList<>();
    private List<LoopCycle> cycles = List.of();
    private List<LoopPromotion> promotions = List.of();

    LoopWatch(LoopLine line, WindowNumbers numbers, Consumer<LoopEvent> listener) {
        this.line = line;
        this.numbers = numbers;
        this.listener = listener;
    }

    void look() throws InterruptedException {
        look(NEWEST_WINDOWS);
    }

    void lookAtAll() throws InterruptedException {
        look(ALL);
    }

    /** Windows come last, so that those are known by which an event's place is told. */
    private void look(int newest) throws InterruptedException {
        cycles = line.cycles(ALL).orElse(cycles);
        promotions = line.promotions(ALL).orElse(promotions);
        Optional<List<LoopWindow>> found = line.windows(newest);
        for (LoopWindow window : found.orElse(List.of())) {
            OptionalInt number = numbers.of(window);
            if (number.isPresent()) {
                windows.put(number.getAsInt(), window);
            }
        }
        loopEvents.news(windows, cycles, promotions).forEach(this::tell);
    }

    /** Adds what the script does. */
    void tell(LoopEvent event) {
        events.add(event);
        listener.accept(event);
    }

    /** By number. */
    NavigableMap<Integer, LoopWindow> windows() {
        return windows;
    }

    /** Newest first. */
    List<LoopCycle> cycles() {
        return cycles;
    }

    /** Newest first. */
    List<LoopPromotion> promotions() {
        return promotions;
    }

    /** In the order in which they were told. */
    List<LoopEvent> events() {
        return events;
    }
}

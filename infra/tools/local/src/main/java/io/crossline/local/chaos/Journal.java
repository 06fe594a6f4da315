package io.crossline.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.crossline.local.console.Terminal;

/** What was done, and when; also told on the terminal. Safe for several threads. */
final class Journal {

    /** @param text what was done, for people */
    record Entry(Duration at, StepKind kind, String text) {}

    private final Terminal terminal;
    private final List<Entry> entries = new ArrayList<>();

    Journal(Terminal terminal) {
        this.terminal = terminal;
    }

    synchronized void done(Duration at, StepKind kind, String text) {
        entries.add(new Entry(at, kind, text));
        say(at, text);
    }

    /** Something that did not take place, and why. */
    void skipped(Duration at, String text) {
        say(at, terminal.faint(text));
    }

    private void say(Duration at, String text) {
        terminal.line("  %6s  %s".formatted(RunClock.text(at), text));
    }

    synchronized int faults() {
        return (int) entries.stream().filter(entry -> entry.kind().isFault()).count();
    }

    /** When parts were killed or stopped. */
    synchronized List<Duration> outages() {
        return entries.stream().filter(entry -> entry.kind().isOutage()).map(Entry::at).toList();
    }

    synchronized Map<StepKind, Integer> byKind() {
        Map<StepKind, Integer> counts = new EnumMap<>(StepKind.class);
        entries.forEach(entry -> counts.merge(entry.kind(), 1, Integer::sum));
        return counts;
    }

    /** The last kill or freeze up to this time. */
    synchronized Optional<Entry> outageBefore(Duration time) {
        return entries.stream().filter(entry -> entry.kind().isOutage() && entry.at().compareTo(time) <= 0)
                .max(Comparator.comparing(Entry::at));
    }

    /** The first kill or freeze after this time. */
    synchronized Optional<Entry> outageAfter(Duration time) {
        return entries.stream().filter(entry -> entry.kind().isOutage() && entry.at().compareTo(time) > 0)
                .min(Comparator.comparing(Entry::at));
    }
}

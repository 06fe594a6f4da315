package io.crossline.local.demo.drift;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import io.crossline.local.console.ProgressRow;
import io.crossline.local.rest.Ticker;

/** Sends the windows at the script's pace and watches the line in between. */
final class DriftStream {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** How long the last windows may take to be scored. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final WindowIngestion ingestion;
    private final WindowNumbers numbers;
    private final LoopWatch watch;
    private final Ticker ticker;

    DriftStream(WindowIngestion ingestion, WindowNumbers numbers, LoopWatch watch, Ticker ticker) {
        this.ingestion = ingestion;
        this.numbers = numbers;
        this.watch = watch;
        this.ticker = ticker;
    }

    void run(AgeingScript script, ProgressRow row) throws InterruptedException {
        for (int window = 1; window <= script.windows(); window++) {
            long began = System.nanoTime();
            Phase phase = script.phase(window);
            if (script.first(phase.kind()) == window) {
                watch.tell(new LoopEvent(window, LoopEvent.Kind.PLANT, phase.kind().text(), null, Instant.now()));
            }
            numbers.add(window, ingestion.run(script, window));
            do {
                watch.look();
                row.running((double) window / script.windows(), detail(script, window));
            } while (paused(began, script.pace()));
        }
        settle(script, row);
    }

    /** Waits until the last window is scored; one that a promotion cut in two never is. */
    private void settle(AgeingScript script, ProgressRow row) throws InterruptedException {
        long began = System.nanoTime();
        watch.look();
        while (!watch.windows().containsKey(script.windows()) && paused(began, PATIENCE)) {
            watch.look();
        }
        watch.lookAtAll();
        row.done("%d of %d windows scored".formatted(watch.windows().size(), script.windows()));
    }

    /** Whether there is still time since the beginning, after a short pause. */
    private boolean paused(long began, Duration time) throws InterruptedException {
        Duration left = time.minusNanos(System.nanoTime() - began);
        if (left.isNegative() || left.isZero()) {
            return false;
        }
        ticker.pause(left.compareTo(BETWEEN_LOOKS) < 0 ? left : BETWEEN_LOOKS);
        return System.nanoTime() - began < time.toNanos();
    }

    private String detail(AgeingScript script, int window) {
        String sent = "%d of %d".formatted(window, script.windows());
        if (watch.windows().isEmpty()) {
            return sent;
        }
        LoopWindow newest = watch.windows().lastEntry().getValue();
        return sent + (newest.trueAccuracy() == null
                ? ""
                : String.format(Locale.ROOT, ", the loop is right on %.1f %%", 100 * newest.trueAccuracy()))
                + (newest.estimate() == null || newest.estimate().accuracy() == null
                        ? ""
                        : String.format(Locale.ROOT, " (estimate %.1f %%)", 100 * newest.estimate().accuracy()));
    }
}

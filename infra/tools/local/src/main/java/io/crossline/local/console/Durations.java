package io.crossline.local.console;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
public final class Durations {

    private Durations() {}

    /** {@code 4.2 s}, {@code 42 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public static String text(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", Math.max(0, seconds));
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    public static String text(Duration duration) {
        return text(duration.toNanos() / 1e9);
    }

    /** Since a reading of {@link System#nanoTime}. */
    public static String since(long nanoTime) {
        return text(Duration.ofNanos(System.nanoTime() - nanoTime));
    }
}

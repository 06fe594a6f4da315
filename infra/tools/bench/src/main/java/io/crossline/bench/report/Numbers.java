package io.crossline.bench.report;

import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {

    private static final long MEBIBYTE = 1024 * 1024;

    private Numbers() {}

    /** Three digits or more: 0.123, 12.3, 12345. */
    public static String of(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    static String ratio(Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }

    static String mebibytes(Long bytes) {
        return bytes == null ? "-" : Long.toString(Math.round((double) bytes / MEBIBYTE));
    }
}

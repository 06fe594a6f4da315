package io.crossline.local.console;

import java.time.Duration;
import java.util.Locale;

/** One thing that takes time: a label, a bar, a detail. Made by {@link ProgressBoard}. */
public final class ProgressRow {

    private enum State {
        WAITING, RUNNING, DONE, FAILED
    }

    private static final int BAR_WIDTH = 24;
    private static final double UNKNOWN = -1;

    private final ProgressBoard board;
    private final String label;
    private State state = State.WAITING;
    private double fraction = UNKNOWN;
    private String detail = "";
    private long startedAt = System.nanoTime();
    private double printedFraction = UNKNOWN;

    ProgressRow(ProgressBoard board, String label) {
        this.board = board;
        this.label = label;
    }

    /** Under way, without knowing how far. */
    public void running(String what) {
        running(UNKNOWN, what);
    }

    /** Under way; {@code done} in 0..1, or negative where that is not known. */
    public void running(double done, String what) {
        synchronized (board) {
            boolean first = state == State.WAITING;
            if (first) {
                startedAt = System.nanoTime();
                state = State.RUNNING;
            }
            fraction = Math.min(1, done);
            detail = what;
            boolean notable = first || fraction >= printedFraction + 0.1;
            if (notable) {
                printedFraction = fraction;
            }
            board.changed(this, notable);
        }
    }

    /** Under way, but too short a thing to be told in a pipe, where only its end is printed. */
    public void briefly(String what) {
        synchronized (board) {
            state = State.RUNNING;
            detail = what;
            board.changed(this, false);
        }
    }

    public void done(String what) {
        end(State.DONE, what);
    }

    public void failed(String what) {
        end(State.FAILED, what);
    }

    /** Whether {@link #done} or {@link #failed} was called. */
    public boolean ended() {
        synchronized (board) {
            return state == State.DONE || state == State.FAILED;
        }
    }

    private void end(State end, String what) {
        synchronized (board) {
            if (ended()) {
                return;
            }
            state = end;
            detail = what;
            board.changed(this, true);
        }
    }

    String plain(int labelWidth) {
        String text = switch (state) {
            case WAITING -> "waiting";
            case RUNNING -> fraction < 0 ? detail : percent() + "  " + detail;
            case DONE -> detail;
            case FAILED -> "FAILED  " + detail;
        };
        return ("  %-" + labelWidth + "s  %s").formatted(label, text).stripTrailing();
    }

    String live(Terminal terminal, int labelWidth) {
        String left = ("  %-" + labelWidth + "s  ").formatted(label);
        String shown = shorten(detail, terminal.columns() - left.length() - BAR_WIDTH - 10);
        return left + switch (state) {
            case WAITING -> terminal.faint(" ".repeat(BAR_WIDTH) + "  waiting");
            case RUNNING ->
                fraction < 0 ? pulse(terminal) + "  " + shown : bar(terminal) + " " + percent() + "  " + shown;
            case DONE -> terminal.green("✔") + " " + detail;
            case FAILED -> terminal.red("✘ " + detail);
        };
    }

    private String percent() {
        return String.format(Locale.ROOT, "%3.0f %%", 100 * Math.max(0, fraction));
    }

    private String bar(Terminal terminal) {
        int full = (int) Math.round(fraction * BAR_WIDTH);
        return terminal.green("█".repeat(full)) + terminal.faint("░".repeat(BAR_WIDTH - full));
    }

    /** A block that wanders while the length of the way is unknown. */
    private String pulse(Terminal terminal) {
        int place = (int) (Duration.ofNanos(System.nanoTime() - startedAt).toMillis() / 150 % (BAR_WIDTH - 3));
        return terminal.faint("░".repeat(place)) + terminal.green("███")
                + terminal.faint("░".repeat(BAR_WIDTH - 3 - place));
    }

    private static String shorten(String text, int width) {
        return text.length() <= width || width < 2 ? text : text.substring(0, width - 1) + "…";
    }
}

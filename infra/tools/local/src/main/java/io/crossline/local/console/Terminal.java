package io.crossline.local.console;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** Where the user reads. Safe for several threads. */
public final class Terminal {

    private static final int DEFAULT_COLUMNS = 100;
    private static final String ESCAPE = "\u001B[";
    private static final String RESET = ESCAPE + "0m";

    private final PrintStream out;
    private final boolean interactive;
    private final boolean colour;
    private final int columns;
    private final AtomicReference<ProgressBoard> board = new AtomicReference<>();

    private Terminal(PrintStream out, boolean interactive, boolean colour, int columns) {
        this.out = out;
        this.interactive = interactive;
        this.colour = colour;
        this.columns = columns;
    }

    /**
     * The terminal of this process. The script says by {@code CROSSLINE_TTY} and {@code CROSSLINE_COLUMNS} what it is
     * attached to, as Java itself cannot tell on every version; {@code NO_COLOR} is respected.
     */
    public static Terminal of(PrintStream out, Map<String, String> environment) {
        boolean interactive = "true".equals(environment.get("CROSSLINE_TTY"))
                && !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
        boolean colour = interactive && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(out, interactive, colour, columns(environment.get("CROSSLINE_COLUMNS")));
    }

    private static int columns(String value) {
        return value != null && value.matches("[1-9]\\d{1,3}") ? Integer.parseInt(value) : DEFAULT_COLUMNS;
    }

    /** Takes the text. */
    public PrintStream out() {
        return out;
    }

    /** Whether lines may be rewritten in place; false in a pipe or a file. */
    public boolean interactive() {
        return interactive;
    }

    /** Whether text may be coloured. */
    public boolean colour() {
        return colour;
    }

    /** Width in characters. */
    public int columns() {
        return columns;
    }

    /** A line; above the progress rows that are shown at this moment. */
    public void line(String text) {
        ProgressBoard shown = board.get();
        if (shown == null) {
            print(text);
        } else {
            shown.line(text);
        }
    }

    void print(String text) {
        out.println(text);
    }

    void shows(ProgressBoard shown) {
        board.set(shown);
    }

    void showsNoMore(ProgressBoard shown) {
        board.compareAndSet(shown, null);
    }

    /** Something went wrong; the first word says so also without colour. */
    public void error(String text) {
        line(red("Error: ") + text);
    }

    public void warning(String text) {
        line(yellow("Note: ") + text);
    }

    public String green(String text) {
        return paint("32", text);
    }

    public String red(String text) {
        return paint("31", text);
    }

    public String yellow(String text) {
        return paint("33", text);
    }

    public String bold(String text) {
        return paint("1", text);
    }

    public String faint(String text) {
        return paint("2", text);
    }

    private String paint(String code, String text) {
        return colour ? ESCAPE + code + "m" + text + RESET : text;
    }

    /** Moves to the start of the line {@code lines} above and clears everything from there. */
    void rewind(int lines) {
        if (lines > 0) {
            out.print(ESCAPE + lines + "A");
        }
        out.print("\r" + ESCAPE + "J");
    }
}

package io.crossline.local.console;

import java.io.PrintStream;
import java.util.Map;

/**
 * Where the user reads.
 *
 * @param out takes the text
 * @param interactive whether lines may be rewritten in place; false in a pipe or a file
 * @param colour whether text may be coloured
 * @param columns width in characters
 */
public record Terminal(PrintStream out, boolean interactive, boolean colour, int columns) {

    private static final int DEFAULT_COLUMNS = 100;
    private static final String ESCAPE = "\u001B[";
    private static final String RESET = ESCAPE + "0m";

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

    public void line(String text) {
        out.println(text);
    }

    /** Something went wrong; the first word says so also without colour. */
    public void error(String text) {
        out.println(red("Error: ") + text);
    }

    public void warning(String text) {
        out.println(yellow("Note: ") + text);
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

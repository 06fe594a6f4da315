package io.crossline.local;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.crossline.local.console.Terminal;

/** A terminal that remembers what was written to it. */
public final class Output {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    /** As in a pipe. */
    public Terminal pipe() {
        return Terminal.of(stream, Map.of());
    }

    /** A terminal of 100 columns that does all. */
    public Terminal screen() {
        return Terminal.of(stream, Map.of("CROSSLINE_TTY", "true", "TERM", "xterm", "CROSSLINE_COLUMNS", "100"));
    }

    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

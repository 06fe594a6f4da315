package io.crossline.local.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A block of rows that is rewritten in place on a terminal; in a pipe, a line whenever a row starts, ends or has come a
 * tenth further. May be used by several threads.
 */
public final class ProgressBoard implements AutoCloseable {

    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();

    private final Terminal terminal;
    private final int labelWidth;
    private final List<ProgressRow> rows = new ArrayList<>();
    private int drawnLines;
    private long drawnAt;

    /** @param labels of all the rows to come, to align them */
    public ProgressBoard(Terminal terminal, String... labels) {
        this.terminal = terminal;
        this.labelWidth = Stream.of(labels).mapToInt(String::length).max().orElse(12);
        terminal.shows(this);
    }

    public synchronized ProgressRow row(String label) {
        ProgressRow row = new ProgressRow(this, label);
        rows.add(row);
        return row;
    }

    /** A line above the rows, which stay the last ones. */
    public synchronized void line(String text) {
        if (drawnLines == 0) {
            terminal.print(text);
            return;
        }
        terminal.rewind(drawnLines);
        terminal.print(text);
        drawnLines = 0;
        draw();
    }

    synchronized void changed(ProgressRow row, boolean notable) {
        if (!terminal.interactive()) {
            if (notable) {
                terminal.print(row.plain(labelWidth));
            }
        } else if (notable || System.nanoTime() - drawnAt > REDRAW_NANOS) {
            draw();
        }
    }

    private void draw() {
        String text = rows.stream().map(row -> row.live(terminal, labelWidth)).collect(Collectors.joining("\n"));
        terminal.rewind(drawnLines);
        terminal.print(text);
        drawnLines = rows.size();
        drawnAt = System.nanoTime();
    }

    /** Leaves the rows as they stand. */
    @Override
    public synchronized void close() {
        terminal.showsNoMore(this);
        if (terminal.interactive() && !rows.isEmpty()) {
            draw();
        }
        rows.clear();
        drawnLines = 0;
    }
}

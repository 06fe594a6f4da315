package io.crossline.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.local.console.Durations;
import io.crossline.local.console.ProgressBoard;
import io.crossline.local.console.ProgressRow;
import io.crossline.local.console.Terminal;
import io.crossline.local.supervise.BackOff;
import io.crossline.local.supervise.PartListener;
import io.crossline.local.supervise.PartStatus;

/** Tells on the terminal and in the launcher's log what happens to the parts. */
final class PartNews implements PartListener {

    private static final Logger LOG = LoggerFactory.getLogger(PartNews.class);

    private final Terminal terminal;
    private final Function<String, String> addresses;
    private final Instant began = Instant.now();
    private final Map<String, ProgressRow> rows = new ConcurrentHashMap<>();
    private volatile boolean quiet;

    /** @param addresses of the parts by name */
    PartNews(Terminal terminal, Function<String, String> addresses) {
        this.terminal = terminal;
        this.addresses = addresses;
    }

    /** From now on, the start is shown in rows. */
    void starts(ProgressBoard board, Iterable<String> parts) {
        parts.forEach(part -> rows.put(part, board.row(part)));
    }

    /** The rows are left as they stand. */
    void started() {
        rows.clear();
    }

    /** What is stopped in order is told elsewhere. */
    void hush() {
        quiet = true;
    }

    /** Keeps the rows of a start alive. */
    void tell(PartStatus status) {
        ProgressRow row = rows.get(status.part());
        if (row == null || row.ended()) {
            return;
        }
        switch (status.state()) {
            case STARTING -> row.running("starting, " + since(status.since()));
            case RESTARTING -> row.running("has ended, starts again");
            case WAITING -> {
                if (status.restarts() > 0) {
                    row.running(status.detail());
                }
            }
            case UP -> row.done("%s, ready in %s".formatted(addresses.apply(status.part()), since(began)));
            case LATE, SILENT -> row.failed(status.detail());
            case DOWN -> row.failed("stays down");
            case STOPPED -> {
                // another board shows that
            }
        }
    }

    @Override
    public void changed(PartStatus status, String death) {
        if (quiet) {
            return;
        }
        log(status, death);
        announce(status, death);
        tell(status);
    }

    private void announce(PartStatus status, String death) {
        String part = status.part();
        switch (status.state()) {
            case RESTARTING -> terminal.warning("%s It is started again; 'infra/crossline logs %s' says more."
                    .formatted(status.detail(), part));
            case DOWN ->
                terminal.error("%s ended %d times in %d minutes and stays down; the rest goes on. %s".formatted(
                        part, BackOff.RESTARTS + 1, BackOff.WINDOW.toMinutes(), death));
            case UP -> {
                if (!status.detail().isEmpty()) {
                    terminal.warning("%s %s.".formatted(part, status.detail()));
                } else if (status.restarts() > 0) {
                    terminal.warning(
                            "%s is ready again; it was restarted %s.".formatted(part, times(status.restarts())));
                }
            }
            case LATE, SILENT ->
                terminal.warning("%s %s; it goes on, and 'infra/crossline logs %s' says more.".formatted(part,
                        status.detail(), part));
            case WAITING, STARTING, STOPPED -> {
                // no news for a reader
            }
        }
    }

    private static void log(PartStatus status, String death) {
        String text = "%s: %s%s%s".formatted(status.part(), status.state().id(),
                status.pid() == null ? "" : ", process " + status.pid(),
                status.detail().isEmpty() ? "" : ", " + status.detail());
        if (death.isEmpty()) {
            LOG.info(text);
        } else {
            LOG.warn("{}\n{}", text, death);
        }
    }

    /** {@code once}, {@code 2 times}. */
    static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String since(Instant instant) {
        return Durations.text(Duration.between(instant, Instant.now()));
    }
}

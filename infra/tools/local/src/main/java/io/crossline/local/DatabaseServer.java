package io.crossline.local;

import java.io.IOException;
import java.time.Duration;

import io.crossline.embedded.EmbeddedPostgres;
import io.crossline.embedded.EmbeddedStartException;
import io.crossline.local.process.DatabaseAnswer;
import io.crossline.local.process.LogTail;
import io.crossline.local.supervise.RunningPart;

/** The database, a process of its own programs. */
final class DatabaseServer implements RunningPart {

    private static final int LINES = 15;

    private final EmbeddedPostgres server;
    private final Setup setup;
    private final long pid;
    private final DatabaseAnswer answer;

    private DatabaseServer(EmbeddedPostgres server, Setup setup) {
        this.server = server;
        this.setup = setup;
        this.pid = server.process().pid();
        this.answer = new DatabaseAnswer(setup.jdbcUrl(), EmbeddedPostgres.DATABASE, server.password());
    }

    /** @throws IOException if it does not come up */
    static DatabaseServer start(Setup setup) throws IOException {
        Layout layout = setup.layout();
        try {
            return new DatabaseServer(EmbeddedPostgres.start(layout.postgresData(), layout.postgresPrograms(),
                    setup.ports().postgresql(), setup.databaseKeys()), setup);
        } catch (EmbeddedStartException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public long pid() {
        return pid;
    }

    /** Lets go of a server that has ended, so that the next one may take its data. */
    @Override
    public boolean isAlive() {
        if (server.isAlive()) {
            return true;
        }
        server.close();
        return false;
    }

    /** A server that has started takes connections. */
    @Override
    public boolean isReady() {
        return server.isAlive();
    }

    @Override
    public boolean answers() {
        return answer.holds(pid);
    }

    @Override
    public String death() {
        StringBuilder text = new StringBuilder("%s (process %d) ended.".formatted(Ports.POSTGRESQL, pid));
        LogTail.lastLines(setup.layout().log(Ports.POSTGRESQL), LINES)
                .forEach(line -> text.append("\n    ").append(line));
        return text.toString();
    }

    @Override
    public void stop(Duration patience) {
        server.close();
    }
}

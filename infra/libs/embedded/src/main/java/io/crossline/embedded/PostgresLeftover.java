package io.crossline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that outlived the process which had started it, found by the pid file in its data directory. */
final class PostgresLeftover {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresLeftover.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private PostgresLeftover() {}

    /** Stops the server that runs on these data and waits until it is gone; false when there is none. */
    static boolean stop(Path dataDirectory) throws IOException {
        Optional<ProcessHandle> server = find(dataDirectory);
        if (server.isEmpty()) {
            return false;
        }
        LOG.info("Stopping PostgreSQL (pid {}) that an earlier run left on {}", server.get().pid(), dataDirectory);
        server.get().destroy();
        if (!gone(server.get())) {
            server.get().destroyForcibly();
            gone(server.get());
        }
        return true;
    }

    /** The server that runs on these data. */
    static Optional<ProcessHandle> find(Path dataDirectory) throws IOException {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        // Line 1 is the pid, line 2 the data directory. The pid may belong to another program by now.
        if (lines.size() < 2 || !lines.get(0).strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive)
                .filter(process -> isServerOf(process, dataDirectory));
    }

    private static boolean isServerOf(ProcessHandle process, Path dataDirectory) {
        ProcessHandle.Info info = process.info();
        String command = info.command().orElse("") + " " + info.commandLine().orElse("");
        return command.contains("postgres") && command.contains(dataDirectory.toString());
    }

    private static boolean gone(ProcessHandle process) {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            exit.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for PostgreSQL to stop failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was stopping", e);
        }
    }
}

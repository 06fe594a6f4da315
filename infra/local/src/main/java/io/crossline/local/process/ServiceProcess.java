package io.crossline.local.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One running service: a child process with a log file and a pid file. */
public final class ServiceProcess {

    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(250);

    private final String name;
    private final Process process;
    private final Path log;
    private final URI readiness;
    private final PidFile pidFile;

    private ServiceProcess(String name, Process process, Path log, URI readiness, PidFile pidFile) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.readiness = readiness;
        this.pidFile = pidFile;
    }

    /**
     * Starts the process; returns at once.
     *
     * @param start command, environment and where the log goes; the log of the run before is kept as {@code .1}
     * @param pids folder of the pid files
     * @throws IOException if the program cannot be executed or its log not be written
     */
    public static ServiceProcess start(ServiceStart start, Path pids) throws IOException {
        Files.createDirectories(start.log().getParent());
        if (Files.exists(start.log())) {
            Files.move(start.log(), start.log().resolveSibling(start.log().getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(start.command()).redirectErrorStream(true)
                .redirectOutput(start.log().toFile()).redirectInput(ProcessBuilder.Redirect.from(nothing()));
        for (Map.Entry<String, String> variable : start.environment().entrySet()) {
            builder.environment().put(variable.getKey(), variable.getValue());
        }
        Process process = builder.start();
        PidFile pidFile = new PidFile(pids, start.name());
        pidFile.write(process.toHandle());
        return new ServiceProcess(start.name(), process, start.log(), start.readiness(), pidFile);
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    public String name() {
        return name;
    }

    /** Completes when the process has ended, for whatever reason. */
    public CompletableFuture<ChildDeath> death() {
        return process.onExit().thenApply(ended -> ChildDeath.of(name, ended.exitValue(), log));
    }

    /**
     * Waits until the service says that it is ready.
     *
     * @param waiting called several times a second meanwhile
     * @throws ChildDeathException if it ends before that
     * @throws ReadinessTimeoutException if it is not ready in time
     */
    public void awaitReady(Duration timeout, Runnable waiting) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!Readiness.isReady(readiness)) {
            waiting.run();
            if (process.waitFor(BETWEEN_CHECKS.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ChildDeathException(ChildDeath.of(name, process.exitValue(), log));
            }
            if (System.nanoTime() > deadline) {
                throw new ReadinessTimeoutException(name, timeout, readiness, log);
            }
        }
    }

    /** Asks the process to end, and ends it when it does not within {@code patience}; returns when it is gone. */
    public void stop(Duration patience) throws IOException {
        ProcessStop.stop(process.toHandle(), patience);
        pidFile.delete();
    }
}

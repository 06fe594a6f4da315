package io.crossline.local;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.crossline.local.console.Durations;
import io.crossline.local.console.ProgressBoard;
import io.crossline.local.console.ProgressRow;
import io.crossline.local.console.Terminal;
import io.crossline.local.process.ServiceProcess;

/**
 * Everything that runs: broker, database and services. Started by one thread; stopped once, by whichever thread comes
 * first, also when the start is not complete.
 */
final class Stack {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final Setup setup;
    private final Terminal terminal;
    private final JavaCommand java;
    private final Map<Service, ServiceProcess> services = new LinkedHashMap<>();
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "crossline-start");
        thread.setDaemon(true);
        return thread;
    });
    private Infrastructure infrastructure;
    private boolean stopping;

    Stack(Setup setup, Terminal terminal, Machine machine) {
        this.setup = setup;
        this.terminal = terminal;
        this.java = new JavaCommand(setup, machine.javaVersion(), machine.memory());
    }

    /** Completes with a description when a part ends that should not; never when the stack is stopped in order. */
    CompletableFuture<String> failure() {
        return failure;
    }

    /**
     * Starts all parts and returns when all are ready. Whoever catches an exception calls {@link #stop}.
     *
     * @throws UserError if a part does not start or ends at once
     */
    void start() throws IOException, InterruptedException {
        try (ProgressBoard board = new ProgressBoard(terminal, labels())) {
            Infrastructure started = startInfrastructure(board);
            await(started.ready());
            started.databaseDeath().thenAccept(this::report);
            await(startServices(board));
        }
    }

    private synchronized Infrastructure startInfrastructure(ProgressBoard board) {
        requireNotStopping();
        infrastructure = new Infrastructure(setup, executor, board.row(Ports.KAFKA), board.row(Ports.POSTGRESQL));
        return infrastructure;
    }

    private CompletableFuture<Void> startServices(ProgressBoard board) throws IOException {
        List<Service> order = new ArrayList<>(List.of(Service.values()));
        Collections.reverse(order);
        List<CompletableFuture<Void>> ready = new ArrayList<>();
        for (Service service : order) {
            ServiceProcess process = startProcess(service);
            process.death().thenAccept(death -> report(death.describe()));
            ProgressRow row = board.row(service.id());
            ready.add(CompletableFuture.runAsync(() -> awaitReady(service, process, row), executor));
        }
        return CompletableFuture.allOf(ready.toArray(CompletableFuture[]::new));
    }

    private synchronized ServiceProcess startProcess(Service service) throws IOException {
        requireNotStopping();
        ServiceProcess process = ServiceProcess.start(java.of(service), setup.layout().run());
        services.put(service, process);
        return process;
    }

    private void awaitReady(Service service, ServiceProcess process, ProgressRow row) {
        long began = System.nanoTime();
        try {
            process.awaitReady(START_TIMEOUT, () -> row.running("starting, " + Durations.since(began)));
            row.done("%s, ready in %s".formatted(setup.address(service), Durations.since(began)));
        } catch (RuntimeException e) {
            row.failed("did not start");
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + service.id() + " was starting", e);
        }
    }

    /** Waits for a step of the start, but not longer than every part that has started lives. */
    private void await(CompletableFuture<Void> step) throws InterruptedException {
        try {
            CompletableFuture.anyOf(step, failure).get();
        } catch (ExecutionException e) {
            throw new UserError(e.getCause().getMessage(), e.getCause());
        }
        if (failure.isDone()) {
            throw new UserError(failure.join());
        }
    }

    private synchronized void report(String death) {
        if (!stopping) {
            failure.complete(death);
        }
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    private void requireNotStopping() {
        if (stopping) {
            throw new UserError("Stopped while starting.");
        }
    }

    /** Services first, gracefully; then the broker, then the database. Does nothing the second time. */
    void stop() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
        }
        try (ProgressBoard board = new ProgressBoard(terminal, labels())) {
            for (Service service : Service.values()) {
                ServiceProcess process = services.get(service);
                if (process != null) {
                    stopPart(board, service.id(), () -> process.stop(STOP_PATIENCE));
                }
            }
            if (infrastructure != null) {
                stopPart(board, Ports.KAFKA, infrastructure::stopBroker);
                stopPart(board, Ports.POSTGRESQL, infrastructure::stopDatabase);
            }
        }
        executor.shutdown();
    }

    private static void stopPart(ProgressBoard board, String part, Stop stop) {
        ProgressRow row = board.row(part);
        row.briefly("stopping");
        try {
            stop.run();
            row.done("stopped");
        } catch (IOException | RuntimeException e) {
            row.failed("did not stop in order: " + e.getMessage());
        }
    }

    private static String[] labels() {
        return Stream.concat(Stream.of(Ports.KAFKA, Ports.POSTGRESQL), Stream.of(Service.values()).map(Service::id))
                .toArray(String[]::new);
    }

    @FunctionalInterface
    private interface Stop {
        void run() throws IOException;
    }
}

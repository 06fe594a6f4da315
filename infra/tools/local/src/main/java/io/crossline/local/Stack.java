package io.crossline.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.local.console.ProgressBoard;
import io.crossline.local.console.ProgressRow;
import io.crossline.local.console.Terminal;
import io.crossline.local.process.ServiceProcess;
import io.crossline.local.process.ServiceStart;
import io.crossline.local.supervise.PartStart;
import io.crossline.local.supervise.PartState;
import io.crossline.local.supervise.PartStatus;
import io.crossline.local.supervise.Standing;
import io.crossline.local.supervise.SupervisedPart;

/**
 * Everything that runs: broker, database and services, each started again when it ends. Started by one thread; stopped
 * once, by whichever thread comes first, also when the start is not complete.
 */
final class Stack {

    private static final Logger LOG = LoggerFactory.getLogger(Stack.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);
    private static final long TICK_MILLIS = 250;
    private static final long DISK_SECONDS = 2;

    private final Setup setup;
    private final Terminal terminal;
    private final JavaCommand java;
    private final PartNews news;
    private final DiskWatch disk;
    private final RestartRequests restarts;
    /** In the order of the start. */
    private final Map<String, SupervisedPart> parts = new LinkedHashMap<>();
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(Service.values().length + 3,
            task -> {
                Thread thread = new Thread(task, "crossline-parts");
                thread.setDaemon(true);
                return thread;
            });
    private volatile boolean unwritten;
    private boolean stopping;

    Stack(Setup setup, Terminal terminal, Machine machine) {
        this.setup = setup;
        this.terminal = terminal;
        this.java = new JavaCommand(setup, machine.javaVersion(), machine.memory());
        this.restarts = new RestartRequests(setup.layout().run());
        this.news = new PartNews(terminal, setup::addressOf);
        this.disk = new DiskWatch(setup.layout().data(), this::diskChanged);
        // broker and database are never ended for silence: a slow disk explains it, and what they do matters more
        SupervisedPart broker = add(Ports.KAFKA, () -> child(java.ofBroker()), List.of(), disk::obstacle, false);
        SupervisedPart database = add(Ports.POSTGRESQL, () -> DatabaseServer.start(setup), List.of(), disk::obstacle,
                false);
        for (Service service : setup.services()) {
            add(service.id(), () -> child(java.of(service)),
                    service == Service.EVALUATION ? List.of(broker, database) : List.of(broker), Optional::empty,
                    true);
        }
    }

    private SupervisedPart add(String name, PartStart start, List<SupervisedPart> needs,
            Supplier<Optional<String>> obstacle, boolean endedWhenHung) {
        SupervisedPart part = new SupervisedPart(name, start, needs, obstacle, setup.limits().readyWithin(),
                endedWhenHung, this::changed);
        parts.put(name, part);
        return part;
    }

    private ServiceProcess child(ServiceStart start) throws IOException {
        return ServiceProcess.start(start, setup.layout().run());
    }

    /** Completes with a description when a part that jobs need stays down; never when the stack is stopped in order. */
    CompletableFuture<String> failure() {
        return failure;
    }

    /**
     * Starts all parts and returns when each is ready or has shown that it will not be. Whoever catches an exception calls
     * {@link #stop}.
     *
     * @return the parts that are not ready
     * @throws UserError if the broker, without which nothing works, does not come up
     */
    List<String> start() throws InterruptedException {
        try (ProgressBoard board = new ProgressBoard(terminal, parts.keySet().toArray(String[]::new))) {
            news.starts(board, parts.keySet());
            synchronized (this) {
                requireNotStopping();
                disk.look();
                executor.scheduleWithFixedDelay(this::lookAtDisk, DISK_SECONDS, DISK_SECONDS, TimeUnit.SECONDS);
                parts.values().forEach(part -> executor.scheduleWithFixedDelay(() -> tick(part), 0, TICK_MILLIS,
                        TimeUnit.MILLISECONDS));
            }
            while (!parts.values().stream().allMatch(SupervisedPart::settled)) {
                new CountDownLatch(1).await(TICK_MILLIS, TimeUnit.MILLISECONDS);
                parts.values().forEach(part -> news.tell(part.status()));
                requireNotStopping();
            }
            news.started();
        }
        if (!isUp(parts.get(Ports.KAFKA))) {
            throw new UserError("The broker does not come up, and nothing works without it: %s See %s.".formatted(
                    parts.get(Ports.KAFKA).status().detail(), setup.layout().log(Ports.KAFKA)));
        }
        return parts.values().stream().filter(part -> !isUp(part)).map(SupervisedPart::name).toList();
    }

    private static boolean isUp(SupervisedPart part) {
        return part.status().state() == PartState.UP;
    }

    private void tick(SupervisedPart part) {
        try {
            if (restarts.take(part.name())) {
                part.restart(Instant.now(), STOP_PATIENCE);
            }
            part.tick(Instant.now());
        } catch (IOException e) {
            LOG.warn("{} did not stop in order: {}", part.name(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Looking after {} failed; it is tried again", part.name(), e);
        }
    }

    private void changed(PartStatus status, String death) {
        if (!death.isEmpty()) {
            disk.look(); // a full one explains the death
        }
        news.changed(status, death);
        writeStanding();
        withoutJobs(status).ifPresent(failure::complete);
    }

    /** Why no job can be done any more, where the part stays down and jobs need it. */
    static Optional<String> withoutJobs(PartStatus status) {
        return status.state() == PartState.DOWN && !status.part().equals(Service.DASHBOARD.id())
                ? Optional.of("%s %s".formatted(status.part(), status.detail()))
                : Optional.empty();
    }

    private void lookAtDisk() {
        disk.look();
        if (unwritten) {
            writeStanding();
        }
    }

    private void diskChanged(String sentence) {
        LOG.warn(sentence);
        terminal.warning(sentence);
        writeStanding();
    }

    /** A file that cannot be written is written at the next look at the disk. */
    private synchronized void writeStanding() {
        Path file = setup.layout().parts();
        List<PartStatus> all = parts.values().stream().map(SupervisedPart::status).toList();
        try {
            new Standing(ProcessHandle.current().pid(), Instant.now(), disk.sentence(), all).write(file);
            unwritten = false;
        } catch (IOException e) {
            unwritten = true;
            LOG.warn("{} could not be written: {}", file, e.toString());
        }
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized void requireNotStopping() {
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
        news.hush();
        news.started();
        executor.shutdown();
        try (ProgressBoard board = new ProgressBoard(terminal, parts.keySet().toArray(String[]::new))) {
            for (Service service : Service.values()) {
                if (parts.containsKey(service.id())) {
                    stopPart(board, parts.get(service.id()));
                }
            }
            stopPart(board, parts.get(Ports.KAFKA));
            stopPart(board, parts.get(Ports.POSTGRESQL));
        }
    }

    /** Also one that is just being started: its start is waited for. */
    private static void stopPart(ProgressBoard board, SupervisedPart part) {
        boolean runs = part.status().pid() != null;
        ProgressRow row = runs ? board.row(part.name()) : null;
        if (runs) {
            row.briefly("stopping");
        }
        try {
            part.stop(STOP_PATIENCE);
            if (runs) {
                row.done("stopped");
            }
        } catch (IOException | RuntimeException e) {
            (runs ? row : board.row(part.name())).failed("did not stop in order: " + e.getMessage());
        }
    }
}

package io.crossline.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.crossline.embedded.EmbeddedPostgres;
import io.crossline.local.console.Durations;
import io.crossline.local.console.Terminal;
import io.crossline.local.process.Leftovers;

/**
 * Brings everything up on one data folder and sees to it that it goes down with this JVM, whatever ends it: a shutdown hook
 * or, after a kill, the {@link Guard}; the next start ends what even that has left.
 */
final class Launcher {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GUARD_PATIENCE = Duration.ofSeconds(45);

    /** Lock and guard: what is not referred to is collected, and closed. */
    private static final List<Object> HELD = new ArrayList<>();

    private Launcher() {}

    /**
     * Starts everything and returns when each part is ready or has shown that it will not be; a shutdown hook stops it.
     *
     * @throws UserError if it cannot be started, or the broker does not come up; what had started is stopped then
     */
    static Stack start(Setup setup, Terminal terminal) throws IOException, InterruptedException {
        long began = System.nanoTime();
        setup.layout().createDirectories();
        lock(setup.layout(), terminal);
        AuditKeyFiles.ensure(setup.layout().keys());
        List<String> reaped = reap(setup.layout());
        if (!reaped.isEmpty()) {
            terminal.warning("stopped what an earlier, killed run had left: " + String.join(", ", reaped));
        }
        Machine machine = Machine.measure(setup.layout().data());
        Preflight.check(setup, machine).forEach(terminal::warning);
        LogFiles.configure(setup.layout());
        HELD.add(Guard.start(new JavaCommand(setup, machine.javaVersion(), machine.memory())));
        terminal.line(terminal.bold("Starting Crossline") + ", data and logs in " + setup.layout().data());

        Stack stack = new Stack(setup, terminal, machine);
        Instance.write(setup);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, setup.layout(), terminal), "crossline-stop"));
        List<String> missing;
        try {
            missing = stack.start();
        } catch (RuntimeException e) {
            waitForTheEndIf(stack.isStopping());
            throw e;
        }
        terminal.line("Crossline is up after %s%s. Dashboard: %s".formatted(Durations.since(began),
                missing.isEmpty() ? "" : ", without " + String.join(", ", missing),
                terminal.bold(setup.address(Service.DASHBOARD).toString())));
        return stack;
    }

    /** Stops what a killed launcher has left; returns the parts' names. Only for who holds the lock, or knows that nobody does. */
    static List<String> reap(Layout layout) throws IOException {
        List<String> reaped = new ArrayList<>(
                Leftovers.reap(layout.run(), part -> !part.equals(Ports.KAFKA), PATIENCE));
        reaped.addAll(Leftovers.reap(layout.run(), Ports.KAFKA::equals, PATIENCE));
        if (EmbeddedPostgres.stopLeftover(layout.postgresData())) {
            reaped.add(Ports.POSTGRESQL);
        }
        return reaped;
    }

    static Path lockFile(Layout layout) {
        return layout.run().resolve("lock");
    }

    /** The lock is held until this JVM ends, however it ends. */
    private static void lock(Layout layout, Terminal terminal) throws IOException, InterruptedException {
        FileChannel file = FileChannel.open(lockFile(layout), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long began = System.nanoTime();
        boolean told = false;
        while (!tryLock(file)) {
            Optional<Instance> other = Instance.running(layout);
            if (other.isPresent() || System.nanoTime() - began > GUARD_PATIENCE.toNanos()) {
                file.close();
                throw alreadyRuns(layout, other);
            }
            if (!told) {
                terminal.warning("waits until what an earlier, killed run had left is stopped");
                told = true;
            }
            new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
        }
        HELD.add(file);
    }

    private static boolean tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static UserError alreadyRuns(Layout layout, Optional<Instance> other) {
        String where = other.map(instance -> " (process %d, dashboard %s)".formatted(instance.pid(),
                instance.setup(layout).address(Service.DASHBOARD))).orElse("");
        return new UserError(
                "Crossline already runs on %s%s. 'infra/crossline down' stops it; --data DIR starts another one."
                        .formatted(layout.data(), where));
    }

    private static void stop(Stack stack, Layout layout, Terminal terminal) {
        terminal.line("");
        terminal.line(terminal.bold("Stopping Crossline"));
        stack.stop();
        try {
            Instance.delete(layout);
        } catch (IOException e) {
            terminal.warning("the pid file of this run could not be removed: " + e);
        }
    }

    /** What fails because the user pressed Ctrl-C is no news; the shutdown hook is at work and ends the JVM. */
    private static void waitForTheEndIf(boolean stopping) throws InterruptedException {
        if (stopping) {
            new CountDownLatch(1).await();
        }
    }
}

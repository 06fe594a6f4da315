package io.crossline.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.crossline.embedded.EmbeddedPostgres;
import io.crossline.local.console.Durations;
import io.crossline.local.console.Terminal;
import io.crossline.local.process.Leftovers;

/**
 * Brings everything up on one data folder and sees to it that it goes down with this JVM, whatever ends it short of a
 * kill; after a kill, the next start clears up.
 */
final class Launcher {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Launcher() {}

    /**
     * Starts everything and returns when it is ready; a shutdown hook stops it.
     *
     * @throws UserError if it cannot be started; what had started is stopped then
     */
    static Stack start(Setup setup, Terminal terminal) throws IOException, InterruptedException {
        long began = System.nanoTime();
        setup.layout().createDirectories();
        lock(setup.layout());
        List<String> reaped = reap(setup.layout());
        if (!reaped.isEmpty()) {
            terminal.warning("stopped what an earlier, killed run had left: " + String.join(", ", reaped));
        }
        Machine machine = Machine.measure(setup.layout().data());
        Preflight.check(setup, machine).forEach(terminal::warning);
        LogFiles.configure(setup.layout());
        terminal.line(terminal.bold("Starting Crossline") + ", data and logs in " + setup.layout().data());

        Stack stack = new Stack(setup, terminal, machine);
        Instance.write(setup);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, setup.layout(), terminal), "crossline-stop"));
        try {
            stack.start();
        } catch (IOException | RuntimeException e) {
            waitForTheEndIf(stack.isStopping());
            throw e;
        }
        terminal.line("Crossline is up after %s. Dashboard: %s".formatted(Durations.since(began),
                terminal.bold(setup.address(Service.DASHBOARD).toString())));
        return stack;
    }

    /** Stops what a killed launcher has left; returns the parts' names. Only for who holds the lock, or knows that nobody does. */
    static List<String> reap(Layout layout) throws IOException {
        List<String> reaped = new ArrayList<>(Leftovers.reap(layout.run(), PATIENCE));
        if (EmbeddedPostgres.stopLeftover(layout.postgresData())) {
            reaped.add(Ports.POSTGRESQL);
        }
        return reaped;
    }

    /** The lock is held until this JVM ends, however it ends. */
    private static void lock(Layout layout) throws IOException {
        FileChannel file = FileChannel.open(layout.run().resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            file.close();
            String where = Instance.running(layout)
                    .map(instance -> " (process %d, dashboard %s)".formatted(instance.pid(),
                            instance.setup(layout).address(Service.DASHBOARD)))
                    .orElse("");
            throw new UserError(
                    "Crossline already runs on %s%s. 'infra/crossline down' stops it; --data DIR starts another one."
                            .formatted(layout.data(), where));
        }
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
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }
}

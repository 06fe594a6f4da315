package io.crossline.local;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.crossline.local.console.Terminal;
import io.crossline.local.supervise.Standing;

/**
 * A demo on a Crossline that another launcher runs: learns from that one's file when a part stays down, and says what goes
 * on when the demo is ended before its time.
 */
final class AttachedRun implements AutoCloseable {

    private final Setup setup;
    private final Terminal terminal;
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final Thread farewell = new Thread(this::sayWhatGoesOn, "crossline-farewell");
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "crossline-attached");
        thread.setDaemon(true);
        return thread;
    });
    private boolean completed;

    AttachedRun(Setup setup, Terminal terminal) {
        this.setup = setup;
        this.terminal = terminal;
        Runtime.getRuntime().addShutdownHook(farewell);
        watcher.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    /** Completes with a description when a part that jobs need stays down, or the launcher is gone. */
    CompletableFuture<String> failure() {
        return failure;
    }

    private void look() {
        if (Instance.launcherPid(setup.layout()).running().isEmpty()) {
            failure.complete("Crossline was stopped on %s while the demo used it.".formatted(setup.layout().data()));
            return;
        }
        down().ifPresent(failure::complete);
    }

    private Optional<String> down() {
        try {
            return Standing.read(setup.layout().parts()).stream().flatMap(standing -> standing.parts().stream())
                    .flatMap(part -> Stack.withoutJobs(part).stream()).findFirst();
        } catch (IOException e) {
            return Optional.empty(); // it tells at the next look
        }
    }

    /** The demo has done all that it set out to do. */
    void completed() {
        completed = true;
    }

    /** Also where the demo failed: what it has begun is not undone. */
    @Override
    public void close() {
        watcher.shutdownNow();
        if (completed) {
            Runtime.getRuntime().removeShutdownHook(farewell);
        }
    }

    private void sayWhatGoesOn() {
        terminal.warning(
                "the demo has ended before its time. What it has begun goes on in Crossline: its jobs, and with "
                        + "--drift the line's loop. See and cancel them at " + setup.address(Service.DASHBOARD) + ".");
    }
}

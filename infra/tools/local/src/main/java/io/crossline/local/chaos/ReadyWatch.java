package io.crossline.local.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.crossline.local.chaos.Outages.Sample;
import io.crossline.local.process.Readiness;
import io.crossline.local.supervise.PartState;
import io.crossline.local.supervise.Standing;

/** Asks twice a second whether all parts are up and all services ready. */
final class ReadyWatch implements AutoCloseable {

    private static final long EVERY_MILLIS = 500;

    private final Path parts;
    private final List<URI> services;
    private final PartSignals signals;
    private final RunClock clock;
    private final List<Sample> samples = new ArrayList<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "chaos-ready");
        thread.setDaemon(true);
        return thread;
    });

    ReadyWatch(Path parts, List<URI> services, PartSignals signals, RunClock clock) {
        this.parts = parts;
        this.services = List.copyOf(services);
        this.signals = signals;
        this.clock = clock;
        executor.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        Duration asked = clock.now();
        try {
            boolean ready = !signals.anyFrozen() && partsAreUp() && servicesAreReady();
            synchronized (samples) {
                samples.add(new Sample(asked, ready));
            }
        } catch (IOException e) {
            // the file is being written: the next look tells
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean partsAreUp() throws IOException {
        return Standing.read(parts).filter(
                standing -> standing.parts().stream().allMatch(part -> part.state() == PartState.UP)).isPresent();
    }

    private boolean servicesAreReady() throws InterruptedException {
        for (URI service : services) {
            if (!Readiness.isReady(service.resolve("/q/health/ready"))) {
                return false;
            }
        }
        return true;
    }

    List<Sample> samples() {
        synchronized (samples) {
            return List.copyOf(samples);
        }
    }

    /**
     * Waits until all is ready, asked later than now.
     *
     * @return false if it is not within {@code patience}
     */
    boolean awaitReady(Duration patience) throws InterruptedException {
        Duration from = clock.now().plus(Outages.SETTLING);
        Duration until = from.plus(patience);
        while (clock.now().compareTo(until) < 0) {
            if (samples().stream().anyMatch(sample -> sample.ready() && sample.asked().compareTo(from) >= 0)) {
                return true;
            }
            new CountDownLatch(1).await(EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

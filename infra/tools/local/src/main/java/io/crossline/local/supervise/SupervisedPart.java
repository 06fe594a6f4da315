package io.crossline.local.supervise;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A part that is started when what it needs is ready, and again when it has ended or hangs. Driven by {@link #tick}; safe
 * for several threads.
 */
public final class SupervisedPart {

    /** A process that hangs rarely hears that it shall end. */
    private static final Duration HUNG_PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final PartStart start;
    private final List<SupervisedPart> needs;
    private final Supplier<Optional<String>> obstacle;
    private final Duration readyWithin;
    private final boolean endedWhenHung;
    private final PartListener listener;
    private final BackOff backOff = new BackOff();
    private final Silence silence = new Silence();
    private volatile PartStatus status;
    private RunningPart running;
    private Instant startedAt;
    private Instant retryAt;

    /**
     * @param needs parts that must be up before this one is started
     * @param obstacle what else forbids a start right now, in words; empty where nothing does
     * @param readyWithin later it counts as late
     * @param endedWhenHung whether it is ended, and started again, when it does not answer for three minutes
     */
    public SupervisedPart(String name, PartStart start, List<SupervisedPart> needs, Supplier<Optional<String>> obstacle,
            Duration readyWithin, boolean endedWhenHung, PartListener listener) {
        this.name = name;
        this.start = start;
        this.needs = List.copyOf(needs);
        this.obstacle = obstacle;
        this.readyWithin = readyWithin;
        this.endedWhenHung = endedWhenHung;
        this.listener = listener;
        this.status = new PartStatus(name, PartState.WAITING, null, 0, Instant.EPOCH, "");
    }

    public String name() {
        return name;
    }

    public PartStatus status() {
        return status;
    }

    /** Whether the start is over, well or not: it is up, late or down, or needs a part that is late or down. */
    public boolean settled() {
        return switch (status.state()) {
            case UP, SILENT, LATE, DOWN, STOPPED -> true;
            case WAITING -> needs.stream().anyMatch(
                    need -> need.status().state() == PartState.DOWN || need.status().state() == PartState.LATE);
            case STARTING, RESTARTING -> false;
        };
    }

    /** Does what is due; called several times a second. */
    public synchronized void tick(Instant now) throws InterruptedException {
        switch (status.state()) {
            case WAITING -> startUnlessHindered(now);
            case STARTING, LATE -> lookAtStart(now);
            case UP, SILENT -> lookAtRun(now);
            case RESTARTING -> {
                if (!now.isBefore(retryAt)) {
                    become(PartState.WAITING, now, "");
                    startUnlessHindered(now);
                }
            }
            case DOWN, STOPPED -> {
                // stays so
            }
        }
    }

    private void startUnlessHindered(Instant now) {
        Optional<String> hindrance = needs.stream().filter(need -> need.status().state() != PartState.UP).findFirst()
                .map(need -> "waits for " + need.name()).or(obstacle);
        if (hindrance.isPresent()) {
            if (!hindrance.get().equals(status.detail())) {
                become(PartState.WAITING, now, hindrance.get());
            }
            return;
        }
        int restarts = startedAt == null ? 0 : status.restarts() + 1;
        startedAt = now;
        status = new PartStatus(name, PartState.STARTING, null, restarts, now, "");
        listener.changed(status, "");
        try {
            running = start.start();
        } catch (IOException | RuntimeException e) {
            ended(now, "%s could not be started: %s".formatted(name, e.getMessage()));
            return;
        }
        become(PartState.STARTING, now, "");
    }

    private void lookAtStart(Instant now) throws InterruptedException {
        if (!running.isAlive()) {
            ended(now, running.death());
        } else if (running.isReady()) {
            silence.forget();
            become(PartState.UP, now, "");
        } else if (status.state() == PartState.STARTING && now.isAfter(startedAt.plus(readyWithin))) {
            become(PartState.LATE, now, "runs, but was not ready within %d s".formatted(readyWithin.toSeconds()));
        }
    }

    private void lookAtRun(Instant now) throws InterruptedException {
        if (!running.isAlive()) {
            ended(now, running.death());
            return;
        }
        silence.ask(running, now);
        if (silence.isHung() && endedWhenHung) {
            hung(now);
        } else if (silence.isSilent() && status.state() == PartState.UP) {
            become(PartState.SILENT, now,
                    "runs, but has not answered for %d s".formatted(Silence.seconds(Silence.SILENT)));
        } else if (!silence.isSilent() && status.state() == PartState.SILENT) {
            become(PartState.UP, now, "answers again");
        }
    }

    private void hung(Instant now) {
        String sentence = "%s had not answered for %d s and was ended.".formatted(name,
                Silence.seconds(Silence.HUNG));
        try {
            running.stop(HUNG_PATIENCE);
        } catch (IOException e) {
            sentence += " It did not end in order: " + e.getMessage();
        }
        ended(now, sentence);
    }

    /**
     * Ends it, if it runs, and starts it anew; also one that stays down. Its restarts are counted anew.
     *
     * @param patience how long it may take to end
     */
    public synchronized void restart(Instant now, Duration patience) throws IOException {
        if (status.state() == PartState.STOPPED) {
            return;
        }
        RunningPart stopped = running;
        running = null;
        backOff.forget();
        become(PartState.WAITING, now, "is started again, as somebody asked for it");
        if (stopped != null) {
            stopped.stop(patience);
        }
    }

    /** @param death the first line is a sentence */
    private void ended(Instant now, String death) {
        running = null;
        String sentence = death.lines().findFirst().orElse(name + " ended.");
        Optional<Duration> pause = backOff.ended(now);
        if (pause.isPresent()) {
            retryAt = now.plus(pause.get());
            become(PartState.RESTARTING, now, sentence, death);
        } else {
            become(PartState.DOWN, now, "ended %d times in %d minutes and stays down. %s".formatted(
                    BackOff.RESTARTS + 1, BackOff.WINDOW.toMinutes(), sentence), death);
        }
    }

    /** Starts it no more; returns when it is gone. */
    public synchronized void stop(Duration patience) throws IOException {
        RunningPart stopped = running;
        running = null;
        become(PartState.STOPPED, Instant.now(), "");
        if (stopped != null) {
            stopped.stop(patience);
        }
    }

    private void become(PartState state, Instant now, String detail) {
        become(state, now, detail, "");
    }

    private void become(PartState state, Instant now, String detail, String death) {
        status = new PartStatus(name, state, running == null ? null : Long.valueOf(running.pid()), status.restarts(),
                now, detail);
        listener.changed(status, death);
    }
}

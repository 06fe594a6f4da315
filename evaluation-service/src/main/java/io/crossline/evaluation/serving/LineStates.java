package io.crossline.evaluation.serving;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What is remembered of each line, within a budget of bytes, however many lines there are. A new line takes the room of lines that have sent
 * nothing for a while; where none is silent, it is not taken: lines that push each other out would never see a whole window. For several
 * threads.
 */
final class LineStates<T> {

    /** After so much silence a line may be forgotten for another one; it begins anew then. */
    static final Duration SILENCE = Duration.ofMinutes(10);

    private final long budget;
    private final LongSupplier nanoTime;
    private final Map<String, Held<T>> lines = new HashMap<>();
    private long bytes;

    /** @param budget in bytes */
    LineStates(long budget) {
        this(budget, System::nanoTime);
    }

    LineStates(long budget, LongSupplier nanoTime) {
        this.budget = budget;
        this.nanoTime = nanoTime;
    }

    private static final class Held<T> {

        private final T state;
        private final long bytes;
        private long usedAt;

        Held(T state, long bytes, long usedAt) {
            this.state = state;
            this.bytes = bytes;
            this.usedAt = usedAt;
        }
    }

    /** The state of a line that is used now. */
    synchronized Optional<T> find(String line) {
        Held<T> held = lines.get(line);
        if (held == null) {
            return Optional.empty();
        }
        held.usedAt = nanoTime.getAsLong();
        return Optional.of(held.state);
    }

    /**
     * Remembers a line, in place of what was known of it.
     *
     * @param most so many bytes will the state need at most
     * @return false where there is no room: then nothing of the line is remembered
     */
    synchronized boolean put(String line, T state, long most) {
        if (!makeRoom(line, most)) {
            return false;
        }
        lines.put(line, new Held<>(state, most, nanoTime.getAsLong()));
        bytes += most;
        return true;
    }

    /**
     * Forgets what is known of the line, and of silent lines where its room is needed.
     *
     * @return whether there is room for so many bytes
     */
    synchronized boolean makeRoom(String line, long most) {
        remove(line);
        if (bytes + most > budget) {
            forgetSilent();
        }
        return bytes + most <= budget;
    }

    synchronized void removeIf(Predicate<T> condition) {
        List<String> gone = new ArrayList<>();
        lines.forEach((line, held) -> {
            if (condition.test(held.state)) {
                gone.add(line);
            }
        });
        gone.forEach(this::remove);
    }

    synchronized int size() {
        return lines.size();
    }

    private void forgetSilent() {
        long now = nanoTime.getAsLong();
        List<String> silent = lines.entrySet().stream()
                .filter(line -> now - line.getValue().usedAt > SILENCE.toNanos()).map(Map.Entry::getKey).toList();
        silent.forEach(this::remove);
    }

    private void remove(String line) {
        Held<T> held = lines.remove(line);
        if (held != null) {
            bytes -= held.bytes;
        }
    }
}

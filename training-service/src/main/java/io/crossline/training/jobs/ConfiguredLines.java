package io.crossline.training.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.crossline.contracts.LineConfigured;

/** What people set for each line. Safe for use by several threads. */
public final class ConfiguredLines {

    private final Map<String, LineConfigured> byLine = new ConcurrentHashMap<>();

    public void configured(LineConfigured event) {
        byLine.put(event.line(), event);
    }

    /** To be called where nothing is set for a line any more. */
    public void forget(String line) {
        byLine.remove(line);
    }

    /** Empty where nobody has set anything. */
    public Optional<LineConfigured> of(String line) {
        return Optional.ofNullable(byLine.get(line));
    }
}

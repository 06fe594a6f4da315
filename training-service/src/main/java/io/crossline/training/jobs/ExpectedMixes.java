package io.crossline.training.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.LineConfigured;

/** How often each class occurs on each line, as people set it. Safe for use by several threads. */
public final class ExpectedMixes {

    private final Map<String, ExpectedMix> byLine = new ConcurrentHashMap<>();

    public void configured(LineConfigured event) {
        if (event.expectedMix() == null) {
            forget(event.line());
        } else {
            byLine.put(event.line(), event.expectedMix());
        }
    }

    /** To be called where nothing is set for a line any more. */
    public void forget(String line) {
        byLine.remove(line);
    }

    /** Empty where nobody has set it. */
    public Optional<ExpectedMix> of(String line) {
        return Optional.ofNullable(byLine.get(line));
    }
}

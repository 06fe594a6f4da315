package io.crossline.ingest.capture;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Capture times of images that come without one: now, but never the same millisecond twice, so that equal pictures are different parts.
 */
@ApplicationScoped
public class CaptureClock {

    private final AtomicLong last = new AtomicLong();

    public Instant next() {
        return Instant.ofEpochMilli(last.updateAndGet(before -> Math.max(before + 1, System.currentTimeMillis())));
    }
}

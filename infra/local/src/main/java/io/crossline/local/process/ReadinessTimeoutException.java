package io.crossline.local.process;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A service runs but does not become ready. */
public final class ReadinessTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReadinessTimeoutException(String name, Duration timeout, URI readiness, Path log) {
        super("%s runs but was not ready within %d s. What it lacks: %s; its log: %s".formatted(name,
                timeout.toSeconds(),
                readiness, log));
    }
}

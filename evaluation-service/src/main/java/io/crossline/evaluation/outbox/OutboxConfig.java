package io.crossline.evaluation.outbox;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events leave the database. */
@ConfigMapping(prefix = "crossline.outbox")
public interface OutboxConfig {

    /** Time between two looks of a relay that nobody woke, and before a relay that failed tries again. */
    @WithDefault("5s")
    Duration interval();

    /** Most events that are sent before the first of them is acknowledged. */
    @WithDefault("100")
    @Min(1)
    @Max(1000)
    int page();

    /** How long an event may wait before the service says that it is not ready. */
    @WithDefault("PT5M")
    Duration patience();
}

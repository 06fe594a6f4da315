package io.crossline.contracts;

import java.time.Instant;
import java.util.UUID;

/** A person no longer wants the job: it stops at its next step, or never starts. */
public record JobCancelled(UUID jobId, String reason, Instant at) {

    public JobCancelled {
        Require.present("jobId", jobId);
        Require.present("at", at);
        reason = reason == null ? "" : reason;
    }
}

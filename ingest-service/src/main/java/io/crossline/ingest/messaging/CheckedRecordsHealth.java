package io.crossline.ingest.messaging;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the service knows what is on the topic, and as long as it hears what is new: else it could publish a batch twice. */
@Readiness
@ApplicationScoped
class CheckedRecordsHealth implements HealthCheck {

    private final CheckedRecords records;
    private final RegisteredLines lines;

    CheckedRecordsHealth(CheckedRecords records, RegisteredLines lines) {
        this.records = records;
        this.lines = lines;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> failure = records.failure().or(lines::failure);
        return HealthCheckResponse.named("images.captured is known")
                .status(records.isCaughtUp() && failure.isEmpty())
                .withData("batches", records.index().size())
                .withData("state", failure.orElse(records.isCaughtUp() ? "caught up" : "catching up"))
                .build();
    }
}

package io.crossline.evaluation.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.crossline.evaluation.outbox.OutboxConfig;
import io.crossline.evaluation.outbox.OutboxState;
import io.crossline.evaluation.store.OutboxStore;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;

/**
 * Says how full the outbox is. Not ready while its oldest event waits too long: what people and the loop did is done, and other services do
 * not hear of it.
 */
@Readiness
@ApplicationScoped
public class OutboxHealth implements HealthCheck {

    private final OutboxStore store;
    private final OutboxConfig config;
    private volatile OutboxState state = OutboxState.EMPTY;

    OutboxHealth(OutboxStore store, OutboxConfig config, MeterRegistry registry) {
        this.store = store;
        this.config = config;
        Gauge.builder("crossline.outbox.events", () -> state.rows())
                .description("Events that wait to be sent to Kafka").register(registry);
        Gauge.builder("crossline.outbox.oldest", () -> state.oldest().toMillis() / 1000.0).baseUnit("seconds")
                .description("How long the oldest of them has waited").register(registry);
    }

    @Scheduled(every = "{crossline.outbox.interval:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        state = store.state();
    }

    @Override
    public HealthCheckResponse call() {
        OutboxState now = state;
        return HealthCheckResponse.named("outbox").status(now.oldest().compareTo(config.patience()) <= 0)
                .withData("events", now.rows()).withData("oldestSeconds", now.oldest().toSeconds())
                .withData("oldestSecondsAtMost", config.patience().toSeconds()).build();
    }
}

package io.crossline.dashboard.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.crossline.dashboard.DashboardConfig;
import io.crossline.dashboard.upstream.HealthMonitor;
import io.crossline.dashboard.upstream.ServiceHealth;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;

/** Sends throughput and health at regular times while a page is open. */
@ApplicationScoped
class Ticker {

    private static final Logger LOG = Logger.getLogger(Ticker.class);

    private final LiveBroadcast live;
    private final Throughput throughput;
    private final HealthMonitor health;
    private final DashboardConfig.Dashboard config;
    private List<Cancellable> running = List.of();

    Ticker(LiveBroadcast live, Throughput throughput, HealthMonitor health, DashboardConfig config) {
        this.live = live;
        this.throughput = throughput;
        this.health = health;
        this.config = config.dashboard();
    }

    void start(@Observes StartupEvent event) {
        running = List.of(
                ticks(config.throughputInterval()).subscribe()
                        .with(tick -> live.sendThroughput(throughput.at(Instant.now())), this::failed),
                ticks(config.healthInterval()).onItem().transformToUniAndConcatenate(tick -> health.check()).subscribe()
                        .with(this::sendHealth, this::failed));
    }

    private Multi<Long> ticks(Duration interval) {
        return Multi.createFrom().ticks().every(interval).onOverflow().drop()
                .filter(tick -> !live.nobodyListens());
    }

    private void sendHealth(List<ServiceHealth> services) {
        live.send(LiveMessage.services(services));
    }

    private void failed(Throwable failure) {
        LOG.error("Regular messages to the pages have stopped", failure);
    }

    @PreDestroy
    void stop() {
        running.forEach(Cancellable::cancel);
    }
}

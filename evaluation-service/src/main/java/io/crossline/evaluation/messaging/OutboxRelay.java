package io.crossline.evaluation.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.crossline.evaluation.outbox.OutboxConfig;
import io.crossline.evaluation.store.OutboxSession;
import io.crossline.evaluation.store.OutboxSession.Row;
import io.crossline.evaluation.store.OutboxStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

/**
 * Sends what is in the outbox, in order, and removes what the broker has acknowledged. Of several replicas one relays. A broker or a
 * database that is away is waited for, however long. What was sent and not yet removed when the service ended is sent again with the
 * same event id.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    /** A thread that waits for the database sees by then that the service ends. */
    private static final Duration GLANCE = Duration.ofMillis(500);

    private final OutboxStore store;
    private final OutboxConfig config;
    private final Map<String, Object> kafka;
    private Thread thread;
    private volatile boolean ended;

    OutboxRelay(OutboxStore store, OutboxConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.store = store;
        this.config = config;
        this.kafka = kafka;
    }

    void start(@Observes StartupEvent event) {
        thread = new Thread(this::run, "outbox-relay");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        ended = true;
        thread.interrupt();
        thread.join(Duration.ofSeconds(5).toMillis());
    }

    private void run() {
        try (OutboxSender sender = new OutboxSender(kafka)) {
            while (!ended) {
                try {
                    relay(sender);
                } catch (RuntimeException e) {
                    LOG.warnf("The outbox waits and is tried again: %s", e.getMessage());
                }
                Thread.sleep(config.interval().toMillis());
            }
        } catch (InterruptedException e) {
            LOG.debug("The relay of the outbox ends with the service");
        }
    }

    /** Returns where another replica relays, or the service ends. */
    private void relay(OutboxSender sender) throws InterruptedException {
        Optional<OutboxSession> begun = store.relay(config.interval());
        if (begun.isEmpty()) {
            return;
        }
        try (OutboxSession session = begun.get()) {
            LOG.info("This replica relays the outbox");
            while (!ended) {
                List<Row> rows = session.oldest(config.page());
                if (rows.isEmpty()) {
                    await(session);
                } else {
                    int sent = sender.send(rows.stream().map(Row::event).toList(), session::requireHeld);
                    session.sent(rows.subList(0, sent));
                    if (sent < rows.size()) {
                        Thread.sleep(GLANCE.toMillis());
                    }
                }
            }
        }
    }

    private void await(OutboxSession session) {
        long began = System.nanoTime();
        while (!ended && !session.await(GLANCE) && System.nanoTime() - began < config.interval().toNanos()) {
            // nothing is added yet
        }
    }
}

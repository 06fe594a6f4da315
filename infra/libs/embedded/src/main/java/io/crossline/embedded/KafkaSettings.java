package io.crossline.embedded;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

import io.crossline.kafka.TopicCatalog;

/** The configuration of the one-node broker: broker and controller in one process. */
final class KafkaSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private KafkaSettings() {}

    /** @param security empty for a broker that takes everybody */
    static Properties of(Path logDirectory, int port, int controllerPort, BrokerStorage storage,
            Optional<BrokerSecurity> security) {
        if (security.isPresent() && storage.reserveBytes() > 0) {
            // both are an authorizer, and a broker has one
            throw new IllegalArgumentException("reserveBytes is %d, expected 0 for a broker with an access list"
                    .formatted(storage.reserveBytes()));
        }
        String protocol = security.isPresent() ? "SSL" : "PLAINTEXT";
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE_ID);
        settings.put("listeners",
                "%s://localhost:%d,%s://localhost:%d".formatted(protocol, port, CONTROLLER_LISTENER, controllerPort));
        settings.put("advertised.listeners", protocol + "://localhost:" + port);
        settings.put("inter.broker.listener.name", protocol);
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("listener.security.protocol.map", "%1$s:%1$s,CONTROLLER:%1$s".formatted(protocol));
        security.ifPresent(secure -> settings.putAll(secure.settings()));
        settings.put("controller.quorum.voters", NODE_ID + "@localhost:" + controllerPort);
        settings.put("log.dirs", logDirectory.toString());

        settings.put("message.max.bytes", TopicCatalog.MAX_RECORD_BYTES);
        settings.put("replica.fetch.max.bytes", TopicCatalog.MAX_RECORD_BYTES);
        // Every topic is declared; a misspelt name shall fail, not become a topic of default settings.
        settings.put("auto.create.topics.enable", false);
        // A size that is exceeded is mended soon, not in five minutes.
        settings.put("log.retention.check.interval.ms", 30_000);
        if (storage.reserveBytes() > 0) {
            settings.put("authorizer.class.name", DiskReserve.class.getName());
            settings.put(DiskReserve.DIRECTORY, logDirectory.toString());
            settings.put(DiskReserve.RESERVE, Long.toString(storage.reserveBytes()));
        }
        // There is no replica to recover from: what is older than a second survives a power cut.
        settings.put("log.flush.interval.ms", 1000);

        settings.put("offsets.topic.replication.factor", (short) 1);
        settings.put("offsets.topic.num.partitions", 8);
        settings.put("transaction.state.log.replication.factor", (short) 1);
        settings.put("transaction.state.log.min.isr", 1);
        settings.put("transaction.state.log.num.partitions", 8);
        settings.put("share.coordinator.state.topic.replication.factor", (short) 1);
        settings.put("share.coordinator.state.topic.min.isr", (short) 1);
        settings.put("share.coordinator.state.topic.num.partitions", 1);

        // A broker that was killed comes back in 8 s instead of 14 s.
        settings.put("broker.session.timeout.ms", 3000);
        settings.put("broker.heartbeat.interval.ms", 500);
        settings.put("controller.quorum.fetch.timeout.ms", 2000);
        settings.put("group.initial.rebalance.delay.ms", 0);

        settings.put("num.network.threads", 2);
        settings.put("num.io.threads", 4);
        settings.put("background.threads", 2);
        settings.put("log.cleaner.dedupe.buffer.size", 4L * 1024 * 1024);
        return settings;
    }
}

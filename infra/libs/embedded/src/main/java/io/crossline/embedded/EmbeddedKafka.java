package io.crossline.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.kafka.TopicSettings;
import io.crossline.kafka.TopicSetup;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

/**
 * A Kafka broker in KRaft mode in this JVM, listening on {@code localhost}, ready and with all topics of
 * {@link TopicSetup} when {@link #start} returns.
 * <p>
 * Data stay in the directory given: a broker started again on it has every topic, record and committed offset, also after
 * a kill.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker.
     *
     * @param dataDirectory where topics and metadata live; created and formatted when new
     * @param port the port on localhost, or 0 for a free one
     * @throws EmbeddedStartException when it does not come up; nothing keeps running then
     */
    public static EmbeddedKafka start(Path dataDirectory, int port) {
        return start(dataDirectory, port, BrokerStorage.UNLIMITED);
    }

    /**
     * Starts a broker that minds the disk.
     *
     * @param dataDirectory where topics and metadata live; created and formatted when new
     * @param port the port on localhost, or 0 for a free one
     * @throws EmbeddedStartException when it does not come up; nothing keeps running then
     */
    public static EmbeddedKafka start(Path dataDirectory, int port, BrokerStorage storage) {
        return start(dataDirectory, port, storage, Optional.empty());
    }

    /**
     * Starts a broker that takes only clients with a certificate, over TLS.
     *
     * @param dataDirectory where topics and metadata live; created and formatted when new
     * @param port the port on localhost, or 0 for a free one
     * @throws EmbeddedStartException when it does not come up; nothing keeps running then
     */
    public static EmbeddedKafka start(Path dataDirectory, int port, BrokerSecurity security) {
        return start(dataDirectory, port, BrokerStorage.UNLIMITED, Optional.of(security));
    }

    private static EmbeddedKafka start(Path dataDirectory, int port, BrokerStorage storage,
            Optional<BrokerSecurity> security) {
        int brokerPort = FreePort.orAny(port);
        Path directory = dataDirectory.toAbsolutePath().normalize();
        KafkaRaftServer server = null;
        try {
            format(directory);
            Properties settings = KafkaSettings.of(directory, brokerPort, FreePort.any(), storage, security);
            server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            server.startup();
            createTopics(brokerPort, storage, security);
            LOG.debug("Kafka listens on localhost:{} with data in {}", brokerPort, directory);
            return new EmbeddedKafka(server, brokerPort);
        } catch (Exception e) {
            shutDownQuietly(server);
            throw new EmbeddedStartException("Kafka did not start on localhost:%d with data in %s: %s"
                    .formatted(brokerPort, directory, EmbeddedStartException.rootMessage(e)), e);
        }
    }

    private static void format(Path directory) throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(directory);
        new Formatter().setNodeId(KafkaSettings.NODE_ID).setClusterId(Uuid.randomUuid().toString())
                .addDirectory(directory.toString()).setMetadataLogDirectory(directory.toString())
                .setControllerListenerName(KafkaSettings.CONTROLLER_LISTENER)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION).setPrintStream(LoggingPrintStream.of(LOG)).run();
    }

    private static void createTopics(int port, BrokerStorage storage, Optional<BrokerSecurity> security)
            throws Exception {
        Map<String, Object> connection = new HashMap<>(security.map(BrokerSecurity::client).orElse(Map.of()));
        connection.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:" + port);
        try (Admin admin = Admin.create(connection)) {
            TopicSetup.ensure(admin, TopicSettings.defaults());
            ImageRetention.apply(admin, storage);
        }
    }

    private static void shutDownQuietly(KafkaRaftServer server) {
        if (server == null) {
            return;
        }
        try {
            server.shutdown();
        } catch (RuntimeException e) {
            LOG.warn("A broker that did not start could not be shut down either", e);
        }
    }

    /** The port on localhost. */
    public int port() {
        return port;
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** Stops the broker in order; every acknowledged record is on disk afterwards. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}

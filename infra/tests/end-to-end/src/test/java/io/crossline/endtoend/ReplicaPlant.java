package io.crossline.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import io.crossline.embedded.DatabaseKeys;
import io.crossline.embedded.EmbeddedKafka;
import io.crossline.embedded.EmbeddedPostgres;
import io.crossline.testing.KafkaProbe;

/** A broker, a database, and the processes of services that a test starts on them. */
final class ReplicaPlant implements AutoCloseable {

    private static final int HEAP_MEBIBYTES = 384;

    private final Path folder;
    private final EmbeddedKafka kafka;
    private final EmbeddedPostgres database;
    private final KafkaProbe probe;
    /** What was started last is closed first. */
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** @param name of the folder, below that of all tests */
    ReplicaPlant(String name) throws IOException {
        folder = Files.createTempDirectory(
                Files.createDirectories(Path.of(System.getProperty("crossline.output"))), name + "-");
        kafka = opened(EmbeddedKafka.start(folder.resolve("kafka"), 0));
        database = opened(EmbeddedPostgres.start(folder.resolve("postgresql"),
                Path.of(System.getProperty("java.io.tmpdir"),
                        "crossline-postgresql-" + System.getProperty("user.name")),
                0, DatabaseKeys.in(folder.resolve("keys"))));
        probe = opened(new KafkaProbe(kafka.bootstrapServers()));
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    KafkaProbe probe() {
        return probe;
    }

    /**
     * Starts a process of a service, whose session at the broker ends after 6 s; models of fresh parameters may serve.
     *
     * @param own settings beside those
     */
    Replica start(String service, Map<String, String> own) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "KAFKA_SESSION_TIMEOUT_MS", "6000", "KAFKA_HEARTBEAT_INTERVAL_MS", "1500",
                "CROSSLINE_DATABASE_URL", database.jdbcUrl(), "CROSSLINE_DATABASE_PASSWORD", database.password(),
                "CROSSLINE_EVALUATION_ABOVE_COMMONEST_CLASS", "false"));
        environment.putAll(own);
        return opened(new Replica(service, folder, HEAP_MEBIBYTES, environment));
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : opened) {
            part.close();
        }
    }
}

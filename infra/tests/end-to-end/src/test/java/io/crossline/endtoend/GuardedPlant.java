package io.crossline.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

import io.crossline.embedded.BrokerSecurity;
import io.crossline.embedded.DatabaseKeys;
import io.crossline.embedded.EmbeddedKafka;
import io.crossline.embedded.EmbeddedPostgres;
import io.crossline.kafka.AccessSetup;
import io.crossline.testing.KafkaProbe;

/**
 * A broker with certificates and the access list, a database with the three roles, and services with the settings and secrets of
 * docker-compose.secure.yml. Needs bash and openssl.
 */
final class GuardedPlant implements AutoCloseable {

    private static final int HEAP_MEBIBYTES = 384;
    private static final Path HOME = Path.of(System.getProperty("crossline.home"));
    private static final Path DOCKER = HOME.resolve("infra/deploy/docker");

    private final Path folder;
    private final Path secrets;
    private final EmbeddedKafka kafka;
    private final EmbeddedPostgres database;
    private final HttpClient client;
    /** What was started last is closed first. */
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    GuardedPlant() throws Exception {
        folder = Files.createTempDirectory(
                Files.createDirectories(Path.of(System.getProperty("crossline.output"))), "guarded-");
        secrets = folder.resolve("secrets");
        run(DOCKER.resolve("make-secrets").toString(), secrets.toString());
        kafka = opened(EmbeddedKafka.start(folder.resolve("kafka"), 0,
                new BrokerSecurity(secrets.resolve("kafka.pem"), authority(), List.of("admin"))));
        try (Admin admin = Admin.create(connection("admin"))) {
            AccessSetup.compare(admin).apply(admin);
        }
        database = opened(EmbeddedPostgres.start(folder.resolve("postgresql"),
                Path.of(System.getProperty("java.io.tmpdir"),
                        "crossline-postgresql-" + System.getProperty("user.name")),
                0, DatabaseKeys.in(folder.resolve("keys"))));
        makeRoles();
        client = HttpClient.newBuilder().sslContext(trusting()).build();
    }

    private void makeRoles() throws Exception {
        try (Connection superuser = database.superuser(); Statement statement = superuser.createStatement()) {
            for (String role : List.of("migrate", "write", "read")) {
                statement.execute("create role crossline_%s login password '%s'".formatted(role,
                        Files.readString(secrets.resolve("database-%s.password".formatted(role))).strip()));
            }
            statement.execute("alter database crossline owner to crossline_migrate");
        }
    }

    /** A probe that comes in as this account. */
    KafkaProbe probe(String account) {
        return opened(new KafkaProbe(connection(account)));
    }

    /**
     * Starts a service with its own account.
     *
     * @param own settings beside those of all guarded services
     */
    Replica start(String service, Map<String, String> own) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "CROSSLINE_ACCOUNT", service, "CROSSLINE_SECRETS", secrets.toString(),
                "QUARKUS_CONFIG_LOCATIONS", "file:" + DOCKER.resolve("secure/service.properties")));
        environment.putAll(own);
        return opened(new Replica(service, folder, HEAP_MEBIBYTES, environment, client, "https"));
    }

    /** What the evaluation service has beside the others. */
    Map<String, String> databaseSettings() {
        return Map.of("CROSSLINE_DATABASE_URL", database.jdbcUrl(), "CROSSLINE_DATABASE_USER", "crossline_write",
                "CROSSLINE_DATABASE_MIGRATION_USER", "crossline_migrate", "QUARKUS_CONFIG_LOCATIONS",
                "file:%s,file:%s".formatted(DOCKER.resolve("secure/service.properties"),
                        secrets.resolve("evaluation.properties")));
    }

    /** A folder of the plant. */
    String folder(String name) {
        return folder.resolve(name).toString();
    }

    /** All that the services have logged. */
    String logs() throws IOException {
        StringBuilder text = new StringBuilder();
        try (var files = Files.newDirectoryStream(folder, "*.log")) {
            for (Path file : files) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private Map<String, Object> connection(String account) {
        Map<String, Object> connection = new HashMap<>(
                BrokerSecurity.client(secrets.resolve(account + ".pem"), authority()));
        connection.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        return connection;
    }

    private Path authority() {
        return secrets.resolve("authority.crt");
    }

    private SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream file = Files.newInputStream(authority())) {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(file);
            trusted.setCertificateEntry("authority", certificate);
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
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

package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.crossline.embedded.BrokerSecurity;
import io.crossline.embedded.EmbeddedKafka;
import io.crossline.embedded.FreePort;
import io.crossline.kafka.AccessRules;

/** What {@code infra/deploy/docker/make-secrets} makes, at a real broker and a real database. Needs bash, openssl and psql. */
class MadeSecretsIT {

    private static final Path DOCKER = Path.of("..", "..", "deploy", "docker").toAbsolutePath().normalize();

    @TempDir
    static Path directory;
    private static Path secrets;

    @BeforeAll
    static void make() throws Exception {
        secrets = directory.resolve("secrets");
        run(Map.of(), DOCKER.resolve("make-secrets").toString(), secrets.toString());
    }

    @Test
    void filesAreTheirOwnersAloneAndStayAsTheyAre() throws Exception {
        Map<Path, FileTime> before = times();
        run(Map.of(), DOCKER.resolve("make-secrets").toString(), secrets.toString());

        assertThat(times()).isEqualTo(before).hasSizeGreaterThan(30);
        assertThat(before.keySet()).allSatisfy(file -> assertThat(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as(file.toString())
                .isEqualTo("rw-------"));
    }

    @Test
    void aHostThatIsNoneIsNamed() {
        assertThatThrownBy(() -> run(Map.of(), DOCKER.resolve("make-secrets").toString(), "--host", "a b",
                secrets.toString())).hasMessageContaining("--host is 'a b', expected a host name or an address");
    }

    @Test
    void theAdministratorSettlesTheRightsOfABroker() {
        BrokerSecurity security = new BrokerSecurity(secrets.resolve("kafka.pem"), secrets.resolve("authority.crt"),
                List.of("admin"));
        String rights = Integer.toString(AccessRules.all().size());
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory.resolve("kafka"), 0, security)) {
            // Given a broker without rights: without --apply the command only says what is missing
            assertThat(acls(broker, "admin")).contains("+ User:ingest may write topic crossline.images.captured.v1",
                    "Nothing was changed. With --apply, " + rights + " rights are added and 0 removed.");

            // When it applies them, then they are there
            assertThat(acls(broker, "admin", "--apply")).contains(rights + " rights were added and 0 removed.");
            await().untilAsserted(
                    () -> assertThat(acls(broker, "admin")).contains("has all " + rights + " rights"));

            // And nobody else may do so
            assertThat(acls(broker, "producer", "--apply")).contains("does not let this account see or change rights");
        }
    }

    @Test
    void theRightsAreShownWithoutABrokerAndApplyNeedsOne() {
        Output output = new Output();
        assertThat(Crossline.commandLine(output.pipe()).execute("kafka", "acls")).isZero();
        assertThat(output.text().lines()).hasSize(AccessRules.all().size())
                .contains("User:dashboard may read group dashboard-*");
        assertThat(Crossline.commandLine(output.pipe()).execute("kafka", "acls", "--apply")).isEqualTo(2);
        assertThat(output.text()).contains("--apply needs --bootstrap");
    }

    @Test
    void theDatabaseTakesTheRolesOverTlsAlone() throws Exception {
        // Given a database with the certificate, the rules of access and the roles of the containers
        Path own = Files.createDirectories(directory.resolve("database"));
        for (String name : List.of("postgresql.crt", "postgresql.key", "database-superuser.password")) {
            Files.copy(secrets.resolve(name), own.resolve(name));
            Files.setPosixFilePermissions(own.resolve(name), PosixFilePermissions.fromString("rw-------"));
        }
        String superuser = Files.readString(own.resolve("database-superuser.password")).strip();
        // the test comes in as superuser over the network, in the containers nobody does
        Path rules = Files.writeString(own.resolve("pg_hba.conf"),
                Files.readString(DOCKER.resolve("secure/pg_hba.conf"))
                        + "hostssl postgres postgres 127.0.0.1/32 scram-sha-256\n");
        int port = FreePort.any();
        try (io.zonky.test.db.postgres.embedded.EmbeddedPostgres server = io.zonky.test.db.postgres.embedded.EmbeddedPostgres
                .builder().setPort(port).setDataDirectory(directory.resolve("postgresql"))
                .setRegisterShutdownHook(false)
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", own.resolve("database-superuser.password").toString())
                .setConnectConfig("password", superuser).setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", own.resolve("postgresql.crt").toString())
                .setServerConfig("ssl_key_file", own.resolve("postgresql.key").toString())
                .setServerConfig("ssl_min_protocol_version", "TLSv1.3")
                .setServerConfig("hba_file", rules.toString()).start()) {
            run(Map.of("PGHOST", "127.0.0.1", "PGPORT", Integer.toString(port), "PGPASSWORD", superuser,
                    "CROSSLINE_SECRETS", secrets.toString()), DOCKER.resolve("secure/roles.sh").toString());

            // When the roles connect with the authority's certificate, then they come in over TLS
            String url = "jdbc:postgresql://localhost:%d/crossline".formatted(server.getPort());
            String verified = url + "?sslmode=verify-full&sslrootcert=" + secrets.resolve("authority.crt");
            for (String role : List.of("migrate", "write", "read")) {
                String password = Files.readString(secrets.resolve("database-%s.password".formatted(role))).strip();
                try (Connection connection = DriverManager.getConnection(verified, "crossline_" + role, password);
                        ResultSet tls = connection.createStatement().executeQuery(
                                "select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
                    assertThat(tls.next() && tls.getBoolean(1)).as(role).isTrue();
                }
                // And not without TLS or with another password
                assertThatThrownBy(() -> DriverManager.getConnection(url + "?sslmode=disable", "crossline_" + role,
                        password)).isInstanceOf(SQLException.class).hasMessageContaining("no encryption");
                assertThatThrownBy(() -> DriverManager.getConnection(verified, "crossline_" + role, "crossline"))
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    private static String acls(EmbeddedKafka broker, String account, String... more) {
        Output output = new Output();
        Crossline.commandLine(output.pipe()).execute(Stream.concat(
                Stream.of("kafka", "acls", "--bootstrap", broker.bootstrapServers(), "--command-config",
                        secrets.resolve(account + "-here.properties").toString()),
                Stream.of(more)).toArray(String[]::new));
        return output.text();
    }

    private static Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.list(secrets)) {
            for (Path file : files.toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    private static void run(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}

package io.crossline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    static final Path BINARIES = Path.of("target", "postgresql");

    @Test
    void keepsDataOverARestart(@TempDir Path directory) throws SQLException {
        try (EmbeddedPostgres first = start(directory)) {
            execute(first, "CREATE TABLE part (name text)");
            execute(first, "INSERT INTO part VALUES ('gear')");
        }

        try (EmbeddedPostgres second = start(directory)) {
            assertThat(query(second, "SELECT name FROM part")).isEqualTo("gear");
        }
    }

    @Test
    void isDurableAndOfVersion18(@TempDir Path directory) throws SQLException {
        try (EmbeddedPostgres server = start(directory)) {
            assertThat(query(server, "SHOW fsync")).isEqualTo("on");
            assertThat(query(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void stopsAServerThatAKilledProcessLeftOnTheSameData(@TempDir Path directory) throws Exception {
        // Given a process that was killed after it had started a server
        Process killed = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), PostgresProcess.class.getName(), directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader output = killed.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo(PostgresProcess.READY);
        }
        killed.destroyForcibly().waitFor();

        // When another one is started on its data
        try (EmbeddedPostgres next = start(directory)) {

            // Then it serves what the first one had committed
            assertThat(query(next, "SELECT name FROM part")).isEqualTo("gear");
        }
    }

    @Test
    void onlyWhoKnowsAPasswordComesIn(@TempDir Path directory) throws IOException {
        try (EmbeddedPostgres server = start(directory)) {
            for (String user : List.of(EmbeddedPostgres.DATABASE, "postgres")) {
                for (String password : List.of("", EmbeddedPostgres.DATABASE)) {
                    assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), user, password))
                            .isInstanceOf(SQLException.class);
                }
            }
            assertThat(Files.readString(directory.resolve("postgresql/pg_hba.conf"))).contains("scram-sha-256")
                    .doesNotContain("trust");
            assertThat(Files.getPosixFilePermissions(directory.resolve("keys/postgresql.password")))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    /** As earlier versions left it: everybody is trusted, no superuser has a password, and the user has his name as one. */
    @Test
    void aFolderThatTrustedEverybodyKeepsItsDataAndAsksForPasswords(@TempDir Path directory) throws Exception {
        // Given such a folder
        try (EmbeddedPostgres server = start(directory)) {
            execute(server, "CREATE TABLE part (name text)");
            execute(server, "INSERT INTO part VALUES ('gear')");
            execute(server, "ALTER ROLE crossline PASSWORD 'crossline'");
        }
        Files.writeString(directory.resolve("postgresql/pg_hba.conf"), "host all all all trust\n");
        Files.delete(directory.resolve("keys/postgresql.password"));
        Files.delete(directory.resolve("keys/postgresql-superuser.password"));

        // When it is started again
        try (EmbeddedPostgres server = start(directory)) {

            // Then the data are there, and nobody is trusted
            assertThat(query(server, "SELECT name FROM part")).isEqualTo("gear");
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), EmbeddedPostgres.DATABASE,
                    EmbeddedPostgres.DATABASE)).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void rulesThatSomebodyChangedAreWrittenAgain(@TempDir Path directory) throws Exception {
        try (EmbeddedPostgres server = start(directory)) {
            execute(server, "CREATE TABLE part (name text)");
        }
        Path rules = directory.resolve("postgresql/pg_hba.conf");
        String before = Files.readString(rules);
        Files.writeString(rules, "host all all all trust\n");

        try (EmbeddedPostgres server = start(directory)) {
            assertThat(rules).hasContent(before);
            assertThat(query(server, "SELECT count(*) FROM part")).isEqualTo("0");
        }
    }

    static EmbeddedPostgres start(Path directory) {
        return EmbeddedPostgres.start(directory.resolve("postgresql"), BINARIES, 0,
                DatabaseKeys.in(directory.resolve("keys")));
    }

    static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), EmbeddedPostgres.DATABASE, server.password());
    }
}

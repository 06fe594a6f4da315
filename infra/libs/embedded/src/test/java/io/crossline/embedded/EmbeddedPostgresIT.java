package io.crossline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    static final Path BINARIES = Path.of("target", "postgresql");

    @Test
    void keepsDataOverARestart(@TempDir Path directory) throws SQLException {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(directory, BINARIES, 0)) {
            execute(first, "CREATE TABLE part (name text)");
            execute(first, "INSERT INTO part VALUES ('gear')");
        }

        try (EmbeddedPostgres second = EmbeddedPostgres.start(directory, BINARIES, 0)) {
            assertThat(query(second, "SELECT name FROM part")).isEqualTo("gear");
        }
    }

    @Test
    void isDurableAndOfVersion18(@TempDir Path directory) throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory, BINARIES, 0)) {
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
        try (EmbeddedPostgres next = EmbeddedPostgres.start(directory, BINARIES, 0)) {

            // Then it serves what the first one had committed
            assertThat(query(next, "SELECT name FROM part")).isEqualTo("gear");
        }
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
        return DriverManager.getConnection(server.jdbcUrl(), EmbeddedPostgres.DATABASE, EmbeddedPostgres.DATABASE);
    }
}

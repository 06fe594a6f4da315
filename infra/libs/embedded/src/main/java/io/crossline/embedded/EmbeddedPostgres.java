package io.crossline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of this machine's user with a database and a user {@code crossline}, who has a random password.
 * <p>
 * Data stay in the directory given and are safe on disk when a transaction has committed ({@code fsync} and
 * {@code synchronous_commit} are on). A server that an earlier, killed process left on the same data is stopped first.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Database and user. */
    public static final String DATABASE = "crossline";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

    private final ProcessHandle process;

    private final String password;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, ProcessHandle process,
            String password) {
        this.server = server;
        this.process = process;
        this.password = password;
    }

    /**
     * Starts a server.
     *
     * @param dataDirectory the cluster's data; created and initialised when new
     * @param binariesDirectory where the server's programs are unpacked, once; may be shared between servers
     * @param port the port on localhost, or 0 for a free one
     * @param keys the passwords; made where there are none
     * @throws EmbeddedStartException when it does not come up
     */
    public static EmbeddedPostgres start(Path dataDirectory, Path binariesDirectory, int port, DatabaseKeys keys) {
        int serverPort = FreePort.orAny(port);
        Path data = dataDirectory.toAbsolutePath().normalize();
        Path binaries = binariesDirectory.toAbsolutePath().normalize();
        io.zonky.test.db.postgres.embedded.EmbeddedPostgres server = null;
        try {
            Files.createDirectories(data);
            PostgresLeftover.stop(data);
            boolean isDataOld = Files.exists(data.resolve("PG_VERSION"));
            boolean isKeyNew = Files.notExists(keys.superuser());
            String superuserPassword = keys.superuserPassword();
            server = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder().setPort(serverPort)
                    .setDataDirectory(data).setCleanDataDirectory(false).setRegisterShutdownHook(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setPGStartupWait(START_TIMEOUT)
                    // options of initdb, of which the last one counts: it would trust everybody
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", keys.superuser().toAbsolutePath().toString())
                    .setConnectConfig("password", superuserPassword)
                    .setDataDirectoryCustomizer(
                            folder -> PostgresAccess.guard(data, binaries, superuserPassword, isDataOld, isKeyNew))
                    .setServerConfig("listen_addresses", "localhost").setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100").start();
            String password = keys.password();
            createDatabase(server, password);
            return new EmbeddedPostgres(server, PostgresLeftover.find(data)
                    .orElseThrow(() -> new IllegalStateException("it has ended already")), password);
        } catch (IOException | SQLException | RuntimeException e) {
            closeQuietly(server);
            throw new EmbeddedStartException("PostgreSQL did not start on localhost:%d with data in %s: %s"
                    .formatted(serverPort, data, EmbeddedStartException.rootMessage(e)), e);
        }
    }

    private static void createDatabase(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, String password)
            throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + DATABASE + "'")) {
                statement.execute("CREATE ROLE %s LOGIN".formatted(DATABASE));
            }
            statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(DATABASE, password));
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE %1$s OWNER %1$s".formatted(DATABASE));
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void closeQuietly(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("A database that did not start could not be stopped either", e);
        }
    }

    /**
     * Stops the server that a killed process left on these data, if there is one; {@link #start} does so too.
     *
     * @return whether there was one
     */
    public static boolean stopLeftover(Path dataDirectory) {
        Path data = dataDirectory.toAbsolutePath().normalize();
        try {
            return PostgresLeftover.stop(data);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the pid file in " + data, e);
        }
    }

    /** The port on localhost. */
    public int port() {
        return server.getPort();
    }

    /** The server's main process. */
    public ProcessHandle process() {
        return process;
    }

    /** Whether the server's main process runs; one that has ended and that nobody has reaped does not. */
    public boolean isAlive() {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** What JDBC takes; the user is {@link #DATABASE}. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port(), DATABASE);
    }

    /** A connection of the superuser to the database, for tests that need other roles. */
    public Connection superuser() throws SQLException {
        return server.getDatabase("postgres", DATABASE).getConnection();
    }

    /** The user's. */
    public String password() {
        return password;
    }

    /** Stops the server in order; of one that has ended, frees the data. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL on port " + port() + " did not stop", e);
        }
    }
}

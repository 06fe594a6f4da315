package io.crossline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.crossline.embedded.DatabaseKeys;
import io.crossline.embedded.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * An empty database for the tests of a module: {@code @QuarkusTestResource(PostgresTestResource.class)}.
 * <p>
 * Sets {@code quarkus.datasource.jdbc.url}, {@code .username} and {@code .password}.
 */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

    private Path directory;
    private EmbeddedPostgres server;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("crossline-postgresql-");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary directory for the database", e);
        }
        server = EmbeddedPostgres.start(directory.resolve("data"), binaries(), 0,
                DatabaseKeys.in(directory.resolve("keys")));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgresql-stop"));
        return Map.of("quarkus.datasource.jdbc.url", server.jdbcUrl(), "quarkus.datasource.username",
                EmbeddedPostgres.DATABASE, "quarkus.datasource.password", server.password(),
                "quarkus.datasource.devservices.enabled", "false");
    }

    /** Unpacked once a machine and user, and shared by all modules' tests. */
    private static Path binaries() {
        return Path.of(System.getProperty("java.io.tmpdir"), "crossline-postgresql-" + System.getProperty("user.name"));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
            server = null;
        }
        if (directory != null) {
            TemporaryFiles.delete(directory);
            directory = null;
        }
    }
}

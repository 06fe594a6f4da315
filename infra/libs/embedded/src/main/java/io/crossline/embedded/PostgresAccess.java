package io.crossline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.zonky.test.db.postgres.util.LinuxUtils;

/**
 * Who may connect to the server: every local user who knows a password. It is settled before the server takes connections, also on data of
 * earlier versions, which trusted every local user, and on data whose passwords were lost.
 */
final class PostgresAccess {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresAccess.class);
    private static final long PATIENCE_SECONDS = 60;
    private static final String RULES = """
            # Crossline writes this file at each start of the server.
            local  all  all                scram-sha-256
            host   all  all  127.0.0.1/32  scram-sha-256
            host   all  all  ::1/128       scram-sha-256
            """;

    private PostgresAccess() {}

    /**
     * Gives data that are not guarded yet the superuser's password, and writes the rules.
     *
     * @param isDataOld whether the data were there before; new data were made with the password
     * @param isKeyNew whether old data cannot know the password
     */
    static void guard(Path data, Path binaries, String superuserPassword, boolean isDataOld,
            boolean isKeyNew) {
        Path rules = data.resolve("pg_hba.conf");
        try {
            if (isDataOld && (isKeyNew || !Files.readString(rules).contains(RULES))) {
                LOG.info("The database on {} gets passwords", data);
                setPassword(data, binaries, superuserPassword);
            }
            Files.writeString(rules, RULES);
        } catch (IOException e) {
            throw new UncheckedIOException("The access to the database on " + data + " cannot be settled", e);
        }
    }

    /** In the server's single-user mode, in which nobody connects. */
    private static void setPassword(Path data, Path binaries, String password) throws IOException {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // the server does not run as root
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program(binaries).toString(), "--single", "-D", data.toString(), "postgres"));
        Path output = Files.createTempFile("crossline-postgresql", ".log");
        Process server = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            try (Writer input = server.outputWriter(StandardCharsets.UTF_8)) {
                input.write("ALTER ROLE postgres PASSWORD '%s'\n".formatted(password));
            }
            boolean ended = server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(output);
            if (!ended || server.exitValue() != 0 || said.contains("ERROR") || said.contains("FATAL")) {
                throw new IOException("the password was not set: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the password was set", e);
        } finally {
            server.destroyForcibly();
            Files.deleteIfExists(output);
        }
    }

    private static Path program(Path binaries) throws IOException {
        try (Stream<Path> files = Files.find(binaries, 3, (file, attributes) -> attributes.isRegularFile()
                && file.getFileName().toString().matches("postgres(\\.exe)?"))) {
            return files.findFirst()
                    .orElseThrow(() -> new IOException("there is no program of the server in " + binaries));
        }
    }
}

package io.crossline.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import io.crossline.embedded.FreePort;

/**
 * The real launcher with its broker, database and five services, on free ports and a data directory of its own, from the
 * jars that the build has just made. The demo is over when the constructor returns; all keeps running until closed.
 */
final class CrosslineProcess implements AutoCloseable {

    static final String SOURCE = "sim:clean?images=1000&test=300";
    static final String TARGET = "sim:worn?images=1000&test=300";

    private static final Duration DEMO = Duration.ofMinutes(15);
    private static final Duration STOP = Duration.ofMinutes(1);
    private static final String READY = "The dashboard stays up";

    private final Path output = Path.of(System.getProperty("crossline.output"));
    private final Path log = output.resolve("crossline.log");
    private final Path report = output.resolve("report.json");
    private final Map<String, Integer> ports = ports();
    private final Process launcher;

    CrosslineProcess() throws IOException {
        Files.createDirectories(output);
        Files.deleteIfExists(report);
        Path data = Files.createTempDirectory(output, "data-");
        launcher = new ProcessBuilder(command(data)).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            Awaitility.await().atMost(DEMO).pollInterval(Duration.ofSeconds(1))
                    .until(() -> !launcher.isAlive() || log().contains(READY));
        } catch (ConditionTimeoutException e) {
            close();
            throw new AssertionError("The demo was not over after %d minutes:%n%s".formatted(DEMO.toMinutes(), log()),
                    e);
        }
        if (!launcher.isAlive()) {
            throw new AssertionError("The demo has failed:%n%s".formatted(log()));
        }
    }

    private static Map<String, Integer> ports() {
        Map<String, Integer> ports = new TreeMap<>();
        for (String part : List.of("kafka", "postgresql", "ingest", "translation", "training", "evaluation",
                "dashboard")) {
            int port = FreePort.any();
            while (ports.containsValue(port)) {
                port = FreePort.any();
            }
            ports.put(part, port);
        }
        return ports;
    }

    private List<String> command(Path data) {
        Path home = Path.of(System.getProperty("crossline.home"));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m", "-XX:+UseSerialGC", "-Dcrossline.home=" + home, "-cp", launcherClasspath(home),
                        "io.crossline.local.Crossline", "demo", "--source", SOURCE, "--target", TARGET, "--report",
                        report.toString(), "--data", data.toString(), "--force"));
        ports.forEach((part, port) -> command.addAll(List.of("--port", part + "=" + port)));
        return command;
    }

    /** Of the launcher that the build has made. */
    static String launcherClasspath(Path home) {
        Path target = home.resolve("infra/tools/local/target");
        try (Stream<Path> files = Files.list(target)) {
            Path jar = files.filter(file -> file.getFileName().toString().matches("crossline-local-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("The launcher is not packaged in " + target
                            + ". Run the whole build: ./mvnw verify"));
            return jar + System.getProperty("path.separator") + target.resolve("lib") + "/*";
        } catch (IOException e) {
            throw new UncheckedIOException("The launcher is not built. Run the whole build: ./mvnw verify", e);
        }
    }

    URI dashboard() {
        return service("dashboard");
    }

    URI service(String id) {
        return URI.create("http://localhost:" + ports.get(id));
    }

    Path report() {
        return report;
    }

    /** What the launcher has printed. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops all as Ctrl-C does; complains if that takes too long or leaves a service running. */
    @Override
    public void close() {
        List<ProcessHandle> services = launcher.descendants().toList();
        launcher.destroy();
        try {
            if (!launcher.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Crossline did not stop in a minute:%n%s".formatted(log()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            launcher.destroyForcibly();
            services.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        }
    }
}

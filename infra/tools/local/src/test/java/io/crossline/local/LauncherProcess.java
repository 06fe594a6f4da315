package io.crossline.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.crossline.embedded.DatabaseKeys;
import io.crossline.embedded.FreePort;
import io.crossline.local.supervise.PartState;
import io.crossline.local.supervise.PartStatus;
import io.crossline.local.supervise.Standing;

/** {@code infra/crossline up} in a process of its own: a real broker, a real database, and stand-ins for the services. */
final class LauncherProcess implements AutoCloseable {

    private final Layout layout;
    private final Map<String, Integer> ports = new HashMap<>();
    private final Path output;
    private Process launcher;

    LauncherProcess(Path home) throws IOException {
        layout = new Layout(home, home.resolve("data"));
        output = home.resolve("output.txt");
        StandInService.install(layout);
        for (String part : Ports.parts().split(", ")) {
            int port = FreePort.any();
            while (ports.containsValue(port)) {
                port = FreePort.any();
            }
            ports.put(part, port);
        }
    }

    LauncherProcess up(String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                        "-XX:+UseSerialGC", "-Dcrossline.home=" + layout.home(), Crossline.class.getName(), "up",
                        "--force", "--data", layout.data().toString()));
        ports.forEach((part, port) -> command.addAll(List.of("--port", part + "=" + port)));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        launcher = builder.start();
        return this;
    }

    Layout layout() {
        return layout;
    }

    String bootstrapServers() {
        return "localhost:" + ports.get(Ports.KAFKA);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/crossline".formatted(ports.get(Ports.POSTGRESQL));
    }

    String databasePassword() {
        return DatabaseKeys.in(layout.keys()).password();
    }

    URI addressOf(String service) {
        return URI.create("http://localhost:%d/".formatted(ports.get(service)));
    }

    Process process() {
        return launcher;
    }

    String printed() throws IOException {
        return Files.readString(output);
    }

    Optional<PartStatus> status(String part) throws IOException {
        return Standing.read(layout.parts()).flatMap(standing -> standing.of(part));
    }

    boolean isUpAgain(String part, int restarts) throws IOException {
        return status(part).filter(status -> status.state() == PartState.UP && status.restarts() == restarts)
                .isPresent();
    }

    /** The process of a part that is up. */
    ProcessHandle processOf(String part) throws IOException {
        return status(part).map(PartStatus::pid).flatMap(ProcessHandle::of).orElseThrow();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (launcher != null) {
            launcher.destroy();
            launcher.waitFor();
        }
    }
}

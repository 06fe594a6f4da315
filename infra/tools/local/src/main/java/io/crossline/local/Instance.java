package io.crossline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.crossline.contracts.Json;
import io.crossline.local.process.PidFile;

/**
 * A running launcher, described in {@code run/instance.json} so that {@code demo}, {@code down} and {@code status} find it.
 *
 * @param pid of the launcher
 * @param ports by part
 */
public record Instance(long pid, Instant startedAt, String host, Map<String, Integer> ports) {

    static final String LAUNCHER = "launcher";

    private static Path file(Layout layout) {
        return layout.run().resolve("instance.json");
    }

    static void write(Setup setup) {
        Instance instance = new Instance(ProcessHandle.current().pid(), Instant.now(), setup.host(),
                setup.ports().byPart());
        try {
            Files.write(file(setup.layout()), Json.encode(instance));
            launcherPid(setup.layout()).write(ProcessHandle.current());
        } catch (IOException e) {
            throw new UserError("The folder %s cannot be written to (%s). Choose another one with --data DIR."
                    .formatted(setup.layout().run(), e), e);
        }
    }

    static void delete(Layout layout) throws IOException {
        Files.deleteIfExists(file(layout));
        launcherPid(layout).delete();
    }

    /** The launcher that runs on these data, if one does. */
    public static Optional<Instance> running(Layout layout) {
        if (launcherPid(layout).running().isEmpty() || !Files.exists(file(layout))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.decode(Files.readAllBytes(file(layout)), Instance.class));
        } catch (IOException e) {
            throw new UserError("%s cannot be read: %s".formatted(file(layout), e), e);
        }
    }

    static PidFile launcherPid(Layout layout) {
        return new PidFile(layout.run(), LAUNCHER);
    }

    Setup setup(Layout layout) {
        return new Setup(layout, new Ports(ports), host, false);
    }
}

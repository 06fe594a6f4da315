package io.crossline.ingest.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Lets the tested service watch a folder in the build directory. */
public class WatchRoot implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        try {
            Path root = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "watched-");
            return Map.of("crossline.ingest.watch", root.toAbsolutePath().toString(),
                    "crossline.ingest.watch-interval", "200ms");
        } catch (IOException e) {
            throw new UncheckedIOException("No folder to watch", e);
        }
    }

    @Override
    public void stop() {
        // the build directory keeps what was published, for whoever looks into a failure
    }
}

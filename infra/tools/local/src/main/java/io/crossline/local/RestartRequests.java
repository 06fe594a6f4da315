package io.crossline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Restarts that a person asks a running launcher for: a file for each part, in the folder of its pid files.
 *
 * @param run that folder
 */
record RestartRequests(Path run) {

    void ask(String part) throws IOException {
        Files.write(file(part), new byte[0]);
    }

    /** Whether the part's restart was asked for since the last call. */
    boolean take(String part) throws IOException {
        return Files.deleteIfExists(file(part));
    }

    private Path file(String part) {
        return run.resolve(part + ".restart");
    }
}

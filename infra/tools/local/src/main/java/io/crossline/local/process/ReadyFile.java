package io.crossline.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process that has no page to ask writes its pid to a file when it is ready; one that an earlier process left says
 * nothing.
 */
public record ReadyFile(Path file) implements ProcessCheck {

    @Override
    public boolean holds(long pid) {
        try {
            return Files.exists(file) && Files.readString(file).strip().equals(Long.toString(pid));
        } catch (IOException e) {
            return false; // it is being replaced
        }
    }
}

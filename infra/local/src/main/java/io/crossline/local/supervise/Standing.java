package io.crossline.local.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.crossline.contracts.Json;

/**
 * How everything stands, as the launcher writes it to {@code run/parts.json} at each change: for {@code status}, for the
 * dashboard, and for whoever needs the parts' pids.
 *
 * @param launcher its pid
 * @param disk one sentence, empty while there is room
 */
public record Standing(long launcher, Instant at, String disk, List<PartStatus> parts) {

    public Standing {
        parts = List.copyOf(parts);
    }

    public Optional<PartStatus> of(String part) {
        return parts.stream().filter(each -> each.part().equals(part)).findFirst();
    }

    /** Readers see the old one or the new one, whole. */
    public void write(Path file) throws IOException {
        Path whole = Files.write(file.resolveSibling(file.getFileName() + ".new"), Json.encode(this));
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Empty where there is no such file. */
    public static Optional<Standing> read(Path file) throws IOException {
        try {
            return Optional.of(Json.decode(Files.readAllBytes(file), Standing.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}

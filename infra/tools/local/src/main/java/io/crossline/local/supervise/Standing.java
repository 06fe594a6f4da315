package io.crossline.local.supervise;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.crossline.contracts.InvalidFieldException;
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

    /**
     * Readers see the old one or the new one, whole. On a full disk, which has no room for a second file, the old one is
     * overwritten: its block is there already.
     */
    public void write(Path file) throws IOException {
        byte[] text = Json.encode(this);
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(whole, text);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            overwrite(file, text);
        }
    }

    static void overwrite(Path file, byte[] text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            ByteBuffer rest = ByteBuffer.wrap(text);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.truncate(text.length);
        }
    }

    /**
     * Empty where there is no such file.
     *
     * @throws IOException if it cannot be read now, also because it is being written
     */
    public static Optional<Standing> read(Path file) throws IOException {
        try {
            return Optional.of(Json.decode(Files.readAllBytes(file), Standing.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (InvalidFieldException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}

package io.crossline.ingest.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.crossline.ingest.dataset.DatasetException;
import io.crossline.ingest.dataset.Picture;
import io.crossline.ingest.dataset.PictureDecoder;

/**
 * Moves a line's files out of the way once they are dealt with; keeps the folders that they lay in, overwrites nothing. A file that was rejected half written
 * comes back when it has grown: its writer has it open and writes on, wherever it is moved.
 */
final class PutAside {

    /** So long a writer may pause. */
    private static final Duration WRITTEN_ON = Duration.ofMinutes(10);

    private final Path folder;
    private final List<Rejected> rejected = new ArrayList<>();

    PutAside(Path folder) {
        this.folder = folder;
    }

    void done(Path file) throws IOException {
        move(file, ".done");
    }

    /** Writes the reason into a file of the same name with {@code .reason} at its end. */
    void rejected(Path file, String reason) throws IOException {
        FileStamp judged = stamp(file);
        Path moved = move(file, ".rejected");
        Files.writeString(reasonOf(moved), file.getFileName() + " " + reason + "\n");
        rejected.add(new Rejected(file, moved, judged, Instant.now()));
    }

    /** A rejected file. */
    private record Rejected(Path file, Path moved, FileStamp judged, Instant at) {}

    /** Moves rejected files that were written on back to where they came from. */
    void takeBackGrown() throws IOException {
        rejected.removeIf(each -> each.at().isBefore(Instant.now().minus(WRITTEN_ON)) || !Files.exists(each.moved()));
        for (Rejected each : List.copyOf(rejected)) {
            if (!stamp(each.moved()).equals(each.judged()) && !Files.exists(each.file())) {
                Files.move(each.moved(), each.file());
                Files.deleteIfExists(reasonOf(each.moved()));
                rejected.remove(each);
            }
        }
    }

    private static FileStamp stamp(Path file) throws IOException {
        return FileStamp.of(Files.readAttributes(file, BasicFileAttributes.class));
    }

    private static Path reasonOf(Path moved) {
        return moved.resolveSibling(moved.getFileName() + ".reason");
    }

    /** For a file of a group that is on the bus: it was published unless it is broken. */
    void sortOut(Path file) throws IOException {
        try {
            PictureDecoder.decode(file, Picture::size);
        } catch (DatasetException e) {
            rejected(file, e.getMessage());
            return;
        }
        done(file);
    }

    private Path move(Path file, String where) throws IOException {
        Path wanted = folder.resolve(where).resolve(folder.relativize(file));
        Files.createDirectories(wanted.getParent());
        Path target = wanted;
        for (int other = 1; Files.exists(target); other++) {
            target = wanted.resolveSibling(other + "-" + wanted.getFileName());
        }
        return Files.move(file, target);
    }
}

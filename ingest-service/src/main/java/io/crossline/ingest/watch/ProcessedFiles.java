package io.crossline.ingest.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.crossline.datasets.DatasetException;
import io.crossline.datasets.Picture;
import io.crossline.datasets.PictureDecoder;
import io.crossline.datasets.Sidecar;

/**
 * Moves a line's pictures out of the way once they are dealt with, each with its sidecar; keeps the folders that they lay in, overwrites nothing. A picture that was rejected half written
 * comes back when it or its sidecar has grown: its writer has it open and writes on, wherever it is moved.
 */
final class ProcessedFiles {

    /** So long a writer may pause. */
    private static final Duration WRITTEN_ON = Duration.ofMinutes(10);

    private final Path folder;
    private final List<Rejected> rejected = new ArrayList<>();

    ProcessedFiles(Path folder) {
        this.folder = folder;
    }

    void done(Path file) throws IOException {
        moveWithSidecar(file, ".done");
    }

    /** Writes the reason into a file of the same name with {@code .reason} at its end. */
    void rejected(Path file, String reason) throws IOException {
        List<Moved> moved = moveWithSidecar(file, ".rejected");
        Files.writeString(reasonOf(moved.get(0).to()), file.getFileName() + " " + reason + "\n");
        rejected.add(new Rejected(moved, Instant.now()));
    }

    /** A sidecar whose picture was moved already. */
    void sidecarDone(Path picture) throws IOException {
        if (Files.exists(Sidecar.of(picture))) {
            move(Sidecar.of(picture), ".done");
        }
    }

    /** A file that was moved, as it was when it was judged. */
    private record Moved(Path from, Path to, FileStamp judged) {

        boolean hasGrown() throws IOException {
            return !stamp(to).equals(judged);
        }
    }

    /** A rejected picture, and its sidecar where it has one. */
    private record Rejected(List<Moved> files, Instant at) {

        boolean isGone() {
            return files.stream().anyMatch(file -> !Files.exists(file.to()));
        }

        boolean hasGrown() throws IOException {
            for (Moved file : files) {
                if (file.hasGrown()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Moves rejected files that were written on back to where they came from. */
    void takeBackGrown() throws IOException {
        rejected.removeIf(each -> each.at().isBefore(Instant.now().minus(WRITTEN_ON)) || each.isGone());
        for (Rejected each : List.copyOf(rejected)) {
            if (each.hasGrown() && each.files().stream().noneMatch(file -> Files.exists(file.from()))) {
                for (Moved file : each.files()) {
                    Files.move(file.to(), file.from());
                }
                Files.deleteIfExists(reasonOf(each.files().get(0).to()));
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

    /** For a file of a group that is in Kafka: it was published unless it is broken. */
    void sortOut(Path file) throws IOException {
        try {
            PictureDecoder.decode(file, Picture::size);
        } catch (DatasetException e) {
            rejected(file, e.getMessage());
            return;
        }
        done(file);
    }

    /** The picture first: where only the sidecar is left, the picture is known to be dealt with. */
    private List<Moved> moveWithSidecar(Path picture, String where) throws IOException {
        List<Moved> moved = new ArrayList<>();
        for (Path file : List.of(picture, Sidecar.of(picture))) {
            if (file.equals(picture) || Files.exists(file)) {
                FileStamp judged = stamp(file);
                moved.add(new Moved(file, move(file, where), judged));
            }
        }
        return moved;
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

package io.crossline.ingest.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.crossline.ingest.dataset.DatasetException;
import io.crossline.ingest.dataset.Picture;
import io.crossline.ingest.dataset.PictureDecoder;

/** Moves a line's files out of the way once they are dealt with; keeps class folders, overwrites nothing. */
final class PutAside {

    private final Path folder;

    PutAside(Path folder) {
        this.folder = folder;
    }

    void done(Path file) throws IOException {
        move(file, ".done");
    }

    /** Writes the reason into a file of the same name with {@code .reason} at its end. */
    void rejected(Path file, String reason) throws IOException {
        Path moved = move(file, ".rejected");
        Files.writeString(moved.resolveSibling(moved.getFileName() + ".reason"),
                file.getFileName() + " " + reason + "\n");
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

package io.crossline.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.stream.Stream;

/** The folder in which a list's pictures lie. No path of the list leads out of it, also not by a link. */
final class PictureRoot {

    private final Path root;

    PictureRoot(Path folder) {
        try {
            root = folder.toRealPath();
        } catch (IOException e) {
            throw new DatasetException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * @param path relative to the folder, or absolute in it; other forms of its letters (NFC, NFD) and {@code \} in place of {@code /} are found as well
     * @return the file that it leads to, links followed
     * @throws DatasetException if it is not there, no file, or outside
     */
    Path file(String path) {
        Path file = found(path);
        if (!file.startsWith(root)) {
            throw new DatasetException("is '" + path + "', which leads out of " + root);
        }
        if (!Files.isRegularFile(file)) {
            throw new DatasetException("is '" + path + "', which is no file");
        }
        return file;
    }

    private Path found(String path) {
        String plain = path.replace('\\', '/');
        try {
            for (String form : Stream.of(path, plain, Normalizer.normalize(plain, Normalizer.Form.NFC),
                    Normalizer.normalize(plain, Normalizer.Form.NFD)).distinct().toList()) {
                if (Files.exists(root.resolve(form))) {
                    return root.resolve(form).toRealPath();
                }
            }
        } catch (IOException | InvalidPathException e) {
            throw new DatasetException("is '" + path + "', which cannot be read: " + e.getMessage(), e);
        }
        throw new DatasetException("is '" + path + "', which is not there in " + root);
    }
}

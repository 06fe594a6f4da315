package io.crossline.datasets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Files that may lie there plain, as {@code .gz} or as {@code .bz2}. */
final class CompressedFile {

    private static final int BUFFER = 1 << 16;

    private CompressedFile() {}

    /** The first of the names that exists, plain or with the suffix. */
    static Optional<Path> find(Path directory, String suffix, String... names) {
        return Stream.of(names).flatMap(name -> Stream.of(name, name + suffix)).map(directory::resolve)
                .filter(Files::isRegularFile).findFirst();
    }

    /** As {@link #find}, but a file that is missing is an error that says what to put where. */
    static Path require(Path directory, String suffix, String... names) {
        return find(directory, suffix, names).orElseThrow(() -> new DatasetException(
                directory.resolve(names[0]) + " is missing, expected " + List.of(names) + ", plain or " + suffix));
    }

    /** Decompressed content of the file. */
    static InputStream open(Path file) throws IOException {
        return open(file, file.getFileName().toString());
    }

    /** @param name ends in the suffix that says how the file is packed */
    static InputStream open(Path file, String name) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            if (name.endsWith(".gz")) {
                return new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER);
            }
            return name.endsWith(".bz2") ? new BZip2CompressorInputStream(raw, true) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }
}

package io.crossline.datasets;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * One file in MNIST's IDX format: a magic number that says unsigned bytes and the number of dimensions, the dimensions as
 * 32-bit big-endian numbers, then the values.
 *
 * @param dimensions the first is the number of items
 */
record IdxFile(Path file, int[] dimensions) {

    private static final int UNSIGNED_BYTES = 0x0800;

    /**
     * Reads the header, then the whole file once, so that a truncated one is known before its first image is used.
     *
     * @throws DatasetException naming the file, what was expected and what was found
     */
    static IdxFile open(Path file, int rank, String what) {
        int expectedMagic = UNSIGNED_BYTES | rank;
        try (InputStream content = CompressedFile.open(file)) {
            DataInputStream in = new DataInputStream(content);
            int magic = header(in, file, 0);
            if (magic != expectedMagic) {
                throw new DatasetException("%s is no IDX file of %s: its magic number is 0x%08x, expected 0x%08x"
                        .formatted(file, what, magic, expectedMagic));
            }
            int[] dimensions = new int[rank];
            for (int i = 0; i < rank; i++) {
                dimensions[i] = header(in, file, i + 1);
                if (dimensions[i] < 0 || i > 0 && dimensions[i] == 0) {
                    throw new DatasetException("%s has dimension %d of size %d, expected a positive number"
                            .formatted(file, i + 1, dimensions[i]));
                }
            }
            IdxFile idx = new IdxFile(file, dimensions);
            idx.requireLength(content);
            return idx;
        } catch (IOException e) {
            throw new DatasetException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static int header(DataInputStream in, Path file, int numbersBefore) throws IOException {
        try {
            return in.readInt();
        } catch (EOFException e) {
            throw new DatasetException(
                    "%s is truncated in its header, after %d bytes".formatted(file, numbersBefore * Integer.BYTES), e);
        }
    }

    private void requireLength(InputStream content) throws IOException {
        long headerBytes = (1L + dimensions.length) * Integer.BYTES;
        long expected = headerBytes + (long) count() * itemBytes();
        long found = headerBytes;
        byte[] buffer = new byte[1 << 16];
        try {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                found += read;
            }
        } catch (EOFException e) {
            throw truncated(expected, found, e);
        }
        if (found < expected) {
            throw truncated(expected, found, null);
        }
        if (found > expected) {
            throw new DatasetException("%s has %d bytes, expected %d: its header says %s".formatted(file, found,
                    expected, Arrays.toString(dimensions)));
        }
    }

    private DatasetException truncated(long expected, long found, EOFException cause) {
        return new DatasetException("%s is truncated: expected %d bytes%s (%s), found %d".formatted(file, expected,
                file.toString().endsWith(".gz") ? " decompressed" : "", Arrays.toString(dimensions), found), cause);
    }

    int count() {
        return dimensions[0];
    }

    /** Bytes of one item. */
    int itemBytes() {
        return Arrays.stream(dimensions).skip(1).reduce(1, Math::multiplyExact);
    }

    /** The content after the header. */
    InputStream values() throws IOException {
        InputStream content = CompressedFile.open(file);
        content.skipNBytes((1L + dimensions.length) * Integer.BYTES);
        return content;
    }
}

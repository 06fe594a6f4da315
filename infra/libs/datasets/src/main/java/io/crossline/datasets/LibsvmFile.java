package io.crossline.datasets;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A text file that was read once to its end, so that a damaged one is known before its first line is used.
 *
 * @param lines that are not blank
 * @param content decompressed, or null if it is too large to be kept: bzip2 is slow to unpack twice
 */
record LibsvmFile(Path path, long lines, byte[] content) {

    private static final int KEPT_BYTES = 32 * 1024 * 1024;

    /** @throws DatasetException if the file is damaged or truncated */
    static LibsvmFile open(Path path) {
        try (InputStream in = CompressedFile.open(path)) {
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            LineCount lines = new LineCount();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                lines.add(buffer, read);
                if (kept != null && kept.size() + read <= KEPT_BYTES) {
                    kept.write(buffer, 0, read);
                } else {
                    kept = null;
                }
            }
            return new LibsvmFile(path, lines.total(), kept == null ? null : kept.toByteArray());
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static final class LineCount {

        private long lines;
        private boolean blank = true;

        void add(byte[] text, int length) {
            for (int i = 0; i < length; i++) {
                if (text[i] == '\n') {
                    lines = total();
                    blank = true;
                } else {
                    blank &= text[i] <= ' ';
                }
            }
        }

        long total() {
            return blank ? lines : lines + 1;
        }
    }

    BufferedReader reader() throws IOException {
        InputStream in = content == null ? CompressedFile.open(path) : new ByteArrayInputStream(content);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
    }

    static DatasetException unreadable(Path path, IOException cause) {
        return new DatasetException(path + " is damaged or truncated, expected LIBSVM text, plain or as .bz2: "
                + cause.getMessage(), cause);
    }
}

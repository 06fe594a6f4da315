package io.crossline.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file. */
public final class LogTail {

    private static final int BYTES_A_LINE = 400;

    private LogTail() {}

    /** At most {@code count} last lines; none when there is no file. */
    public static List<String> lastLines(Path log, int count) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - (long) count * BYTES_A_LINE);
            List<String> lines = read(file, from).lines().toList();
            // The first line may be cut unless the file was read whole.
            List<String> whole = from > 0 && !lines.isEmpty() ? lines.subList(1, lines.size()) : lines;
            return List.copyOf(whole.subList(Math.max(0, whole.size() - count), whole.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + log, e);
        }
    }

    /** What the file holds from {@code position} on, to its end now. */
    public static String from(Path log, long position) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            return read(file, Math.min(position, file.length()));
        }
    }

    private static String read(RandomAccessFile file, long from) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(file.length() - from)];
        file.seek(from);
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

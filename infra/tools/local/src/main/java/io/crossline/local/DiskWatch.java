package io.crossline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.local.supervise.DiskLevel;

/** Watches the room on the disk of the data and tells each change of its level. Driven by {@link #look}. */
final class DiskWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
    private static final long MEBIBYTE = 1L << 20;

    private final Path data;
    private final Consumer<String> listener;
    private volatile DiskLevel level = DiskLevel.ROOMY;
    private volatile String sentence = "";

    /** @param listener takes one sentence at each change */
    DiskWatch(Path data, Consumer<String> listener) {
        this.data = data;
        this.listener = listener;
    }

    /** Measures; called every few seconds. */
    void look() {
        try {
            measured(Files.getFileStore(data).getUsableSpace());
        } catch (IOException e) {
            LOG.warn("The disk of {} cannot be examined", data, e);
        }
    }

    void measured(long freeBytes) {
        DiskLevel now = DiskLevel.of(freeBytes);
        sentence = text(now, freeBytes);
        if (now != level) {
            level = now;
            listener.accept(now == DiskLevel.ROOMY
                    ? "The disk of %s has room again: %d MB free.".formatted(data, freeBytes / MEBIBYTE)
                    : sentence);
        }
    }

    private String text(DiskLevel level, long freeBytes) {
        String free = "%d MB free at %s".formatted(freeBytes / MEBIBYTE, data);
        return switch (level) {
            case ROOMY -> "";
            case SHORT -> "The disk is getting full: %s. Below %d MB the broker refuses new images. Make room."
                    .formatted(free, DiskLevel.SHORT.least() / MEBIBYTE);
            case RESERVED -> "The disk is nearly full: %s. The broker refuses new images until %d MB are free."
                    .formatted(free, DiskLevel.SHORT.least() / MEBIBYTE);
            case FULL ->
                "The disk is full: %s. Broker and database may end; they are started again when %d MB are free."
                        .formatted(free, DiskLevel.RESERVED.least() / MEBIBYTE);
        };
    }

    /** Empty while there is room. */
    String sentence() {
        return sentence;
    }

    /** Why broker and database are not started now; empty where they may be. */
    Optional<String> obstacle() {
        return level == DiskLevel.FULL ? Optional.of("waits for room on the disk of " + data) : Optional.empty();
    }
}

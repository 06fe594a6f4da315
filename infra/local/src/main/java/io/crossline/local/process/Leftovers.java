package io.crossline.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Services that outlived a launcher that was killed, known by their pid files. */
public final class Leftovers {

    private static final String SUFFIX = ".pid";

    private Leftovers() {}

    /** Stops them and removes the pid files; returns the names of those that were still running. */
    public static List<String> reap(Path pids, Duration patience) throws IOException {
        List<String> reaped = new ArrayList<>();
        if (!Files.isDirectory(pids)) {
            return reaped;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(pids, "*" + SUFFIX)) {
            for (Path file : files) {
                String fileName = file.getFileName().toString();
                PidFile pidFile = new PidFile(pids, fileName.substring(0, fileName.length() - SUFFIX.length()));
                pidFile.running().filter(process -> process.pid() != ProcessHandle.current().pid())
                        .ifPresent(process -> {
                            ProcessStop.stop(process, patience);
                            reaped.add(pidFile.part());
                        });
                pidFile.delete();
            }
        }
        return reaped;
    }
}

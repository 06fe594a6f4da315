package io.crossline.local.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Services that outlived a launcher that was killed, known by their pid files. */
public final class Leftovers {

    private static final String SUFFIX = ".pid";

    private Leftovers() {}

    /**
     * Stops them, all at once, and removes the pid files; returns the names of those that were still running.
     *
     * @param parts which
     */
    public static List<String> reap(Path pids, Predicate<String> parts, Duration patience) throws IOException {
        Map<String, ProcessHandle> running = new TreeMap<>();
        if (!Files.isDirectory(pids)) {
            return List.of();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(pids, "*" + SUFFIX)) {
            for (Path file : files) {
                String fileName = file.getFileName().toString();
                PidFile pidFile = new PidFile(pids, fileName.substring(0, fileName.length() - SUFFIX.length()));
                if (parts.test(pidFile.part())) {
                    pidFile.running().filter(process -> process.pid() != ProcessHandle.current().pid())
                            .ifPresent(process -> running.put(pidFile.part(), process));
                    pidFile.delete();
                }
            }
        }
        running.values().forEach(ProcessHandle::destroy);
        running.values().parallelStream().forEach(process -> ProcessStop.stop(process, patience));
        return List.copyOf(running.keySet());
    }
}

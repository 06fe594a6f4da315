package io.crossline.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory a process has had resident at most, where the system has {@code /proc}. */
final class PeakMemory {

    private PeakMemory() {}

    /** Bytes, or null where the system does not say. */
    static Long of(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.isReadable(status) ? parse(Files.readAllLines(status)) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Of a line such as {@code VmHWM:     51234 kB}. */
    static Long parse(List<String> status) {
        return status.stream().filter(line -> line.startsWith("VmHWM:")).map(line -> line.replaceAll("\\D", ""))
                .map(kibibytes -> Long.parseLong(kibibytes) * 1024).findFirst().orElse(null);
    }
}

package io.crossline.local;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;

/** What the machine (or the container) has. Bytes. */
record Machine(int javaVersion, long memory, long freeMemory, long freeDisk) {

    private static final Path MEMINFO = Path.of("/proc/meminfo");

    static Machine measure(Path data) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try {
            return new Machine(Runtime.version().feature(), system.getTotalMemorySize(), freeMemory(system),
                    Files.getFileStore(data).getUsableSpace());
        } catch (IOException e) {
            throw new UserError("The disk of %s cannot be examined: %s".formatted(data, e), e);
        }
    }

    /** What a process could get: on Linux that includes the caches which the system would give up. */
    private static long freeMemory(OperatingSystemMXBean system) throws IOException {
        if (!Files.isReadable(MEMINFO)) {
            return system.getFreeMemorySize();
        }
        return Files.readAllLines(MEMINFO).stream().filter(line -> line.startsWith("MemAvailable:"))
                .map(line -> line.replaceAll("\\D", "")).mapToLong(kibibytes -> Long.parseLong(kibibytes) * 1024)
                .findFirst().orElseGet(system::getFreeMemorySize);
    }
}

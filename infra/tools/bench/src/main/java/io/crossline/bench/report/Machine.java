package io.crossline.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;

/** This machine in words. */
public final class Machine {

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final double GIBIBYTE = 1 << 30;

    private Machine() {}

    public static String describe() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%d cores of %s, %.0f GiB, %s %s, JDK %s".formatted(Runtime.getRuntime().availableProcessors(),
                processor(), system.getTotalMemorySize() / GIBIBYTE, System.getProperty("os.name"),
                System.getProperty("os.version"), System.getProperty("java.version"));
    }

    /** Its name where the system tells it, else its architecture. */
    private static String processor() {
        try {
            if (Files.isReadable(PROCESSOR)) {
                return Files.readAllLines(PROCESSOR).stream().filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
                        .orElseGet(() -> System.getProperty("os.arch"));
            }
        } catch (IOException e) {
            // the architecture is known in any case
        }
        return System.getProperty("os.arch");
    }
}

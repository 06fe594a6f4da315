package io.crossline.bench.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

import io.crossline.bench.worker.Worker;

/** The command line of a JVM that runs Crossline's side: this JVM's own classes, with the training service's memory. */
public final class WorkerCommand {

    private static final int FIRST_JDK_WITH_NATIVE_WARNINGS = 24;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long HEAP_MEBIBYTES = 1024;
    private static final long TENSOR_PERCENT = 60;

    private WorkerCommand() {}

    /** @param arguments of {@link Worker} */
    public static List<String> of(String... arguments) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long tensors = Math.max(2048, system.getTotalMemorySize() / MEBIBYTE * TENSOR_PERCENT / 100);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + HEAP_MEBIBYTES + "m");
        command.add("-Dorg.bytedeco.javacpp.maxbytes=" + tensors + "m");
        command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=" + (tensors + HEAP_MEBIBYTES + 512) + "m");
        if (Runtime.version().feature() >= FIRST_JDK_WITH_NATIVE_WARNINGS) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }
}

package io.crossline.local;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.crossline.local.process.PortOwner;

/** What must be so before anything is started. Every finding is a sentence that says what to do. */
final class Preflight {

    static final int JAVA_VERSION = 17;
    static final long GIBIBYTE = 1L << 30;
    static final long MEMORY = 3 * GIBIBYTE;
    static final long DISK = 2 * GIBIBYTE;

    private Preflight() {}

    /** @throws UserError with all findings that forbid a start */
    static List<String> check(Setup setup, Machine machine) {
        List<String> errors = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (machine.javaVersion() < JAVA_VERSION) {
            errors.add("This is Java %d; Crossline needs a JDK %d or newer. Set JAVA_HOME to one.".formatted(
                    machine.javaVersion(),
                    JAVA_VERSION));
        }
        for (Service service : setup.services()) {
            if (!Files.exists(setup.layout().runner(service))) {
                errors.add("%s is not built (%s is missing). Build it: ./mvnw package -DskipTests".formatted(
                        service.module(),
                        setup.layout().runner(service)));
            }
        }
        errors.addAll(takenPorts(setup));
        List<String> shortages = shortages(setup.layout(), machine);
        (setup.force() ? notes : errors).addAll(shortages);
        if (!shortages.isEmpty() && !setup.force()) {
            errors.add("To try nevertheless: --force.");
        }
        if (!errors.isEmpty()) {
            throw new UserError(String.join("\n", errors));
        }
        return notes;
    }

    static List<String> shortages(Layout layout, Machine machine) {
        List<String> shortages = new ArrayList<>();
        if (machine.freeMemory() < MEMORY) {
            shortages.add("Memory is short: %s free, %s needed. Close other programs.".formatted(
                    gibibytes(machine.freeMemory()),
                    gibibytes(MEMORY)));
        }
        if (machine.freeDisk() < DISK) {
            shortages.add(
                    "The disk is short: %s free at %s, %s needed. Make room, or choose another place with --data DIR."
                            .formatted(gibibytes(machine.freeDisk()), layout.data(), gibibytes(DISK)));
        }
        return shortages;
    }

    private static List<String> takenPorts(Setup setup) {
        List<String> taken = new ArrayList<>();
        Map<String, Integer> ports = new TreeMap<>(setup.ports().byPart());
        setup.without().forEach(service -> ports.remove(service.id()));
        for (Map.Entry<String, Integer> part : ports.entrySet()) {
            int port = part.getValue();
            if (PortOwner.isTaken(port)) {
                String owner = PortOwner.find(port).map(process -> " by " + PortOwner.describe(process)).orElse("");
                taken.add("Port %d of %s is taken%s. %s".formatted(port, part.getKey(), owner,
                        Ports.howToChange(part.getKey())));
            }
        }
        return taken;
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) GIBIBYTE);
    }
}

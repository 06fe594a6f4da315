package io.crossline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.crossline.embedded.FreePort;
import io.crossline.local.chaos.Chaos;
import io.crossline.local.chaos.ChaosJob;
import io.crossline.local.console.Terminal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "chaos", description = "Run a small plant of two lines under faults, in a data folder and on ports of its own: parts are killed and stopped at random moments, bad records and files are sent, old records are deleted. At the end, count what was lost, doubled or contradicts itself. Exit code 0 when nothing is, 1 when something is, 2 for wrong arguments.", mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "5", description = "How long faults go on, 1 to 240. Preparing and counting come on top, 2 to 4 minutes. Default: ${DEFAULT-VALUE}.")
    private int minutes;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Determines which faults happen and when, the images and the trainings. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Write what was counted as JSON.")
    private Path json;

    @Option(names = "--data", paramLabel = "DIR", description = "A new or empty folder for topics, database and logs; it stays. Default: a new one in .crossline/chaos in the repository.")
    private Path data;

    @Option(names = "--port", paramLabel = "PART=NUMBER", description = "The port of a part: kafka, postgresql, ingest, translation, training, evaluation, dashboard. May be repeated. Default: any free one.")
    private final Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(names = "--force", description = "Start although memory or disk are short.")
    private boolean force;

    ChaosCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        ChaosJob job;
        Setup setup;
        try {
            job = new ChaosJob(minutes, seed, json);
            setup = setup();
        } catch (UserError e) {
            terminal.error(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        Stack stack = Launcher.start(setup, terminal);
        return new Chaos(terminal, service -> setup.address(Service.valueOf(service.toUpperCase(Locale.ROOT))),
                setup.bootstrapServers(), setup.layout().parts(), stack.failure()).run(job) ? 0 : 1;
    }

    private Setup setup() throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            throw new UserError("chaos stops processes with kill -STOP, which Windows does not have.");
        }
        Path home = Path.of(System.getProperty("crossline.home", ""));
        Path folder = data == null
                ? home.resolve(".crossline").resolve("chaos").resolve(
                        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now()) + "-seed-" + seed)
                : data;
        requireEmpty(folder);
        return new Setup(new Layout(home, folder), freePorts(), "localhost", force);
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new UserError("--data is '%s': expected a folder.".formatted(folder));
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new UserError(
                        ("--data is '%s', which is not empty: expected a new or empty folder, as all that is "
                                + "found there is counted.").formatted(folder));
            }
        }
    }

    /** The given ones; any free one for each other part. */
    private Ports freePorts() {
        Map<String, Integer> all = new LinkedHashMap<>(ports);
        for (String part : Ports.parts().split(", ")) {
            while (!all.containsKey(part)) {
                int port = FreePort.any();
                if (!all.containsValue(port)) {
                    all.put(part, port);
                }
            }
        }
        return Ports.of(all, Map.of());
    }
}

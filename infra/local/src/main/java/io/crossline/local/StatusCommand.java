package io.crossline.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.crossline.local.console.Durations;
import io.crossline.local.console.Table;
import io.crossline.local.console.Terminal;
import io.crossline.local.process.PidFile;
import io.crossline.local.process.PortOwner;
import io.crossline.local.process.Readiness;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Show the state of every part. Exit code 0 when all are ready, 3 when not.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private LauncherOptions options;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Layout layout = options.layout();
        Optional<Instance> instance = Instance.running(layout);
        Setup setup = instance.map(running -> running.setup(layout)).orElseGet(options::setup);
        terminal.line(instance
                .map(running -> "Crossline runs on %s (process %d, for %s).".formatted(layout.data(), running.pid(),
                        Durations.text(java.time.Duration.between(running.startedAt(), java.time.Instant.now()))))
                .orElse("Crossline does not run on " + layout.data() + "."));

        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("part", "state", "address", "pid"));
        rows.add(infrastructure(Ports.KAFKA, setup.ports().kafka(), instance));
        rows.add(infrastructure(Ports.POSTGRESQL, setup.ports().postgresql(), instance));
        boolean allReady = instance.isPresent();
        for (Service service : Service.values()) {
            List<String> row = service(service, setup);
            allReady &= row.get(1).equals("ready");
            rows.add(row);
        }
        terminal.line(Table.of(3, rows));
        return allReady ? 0 : Crossline.NOT_RUNNING;
    }

    private static List<String> infrastructure(String part, int port, Optional<Instance> instance) {
        boolean listening = PortOwner.isTaken(port);
        String state = instance.isPresent()
                ? listening ? "ready" : "does not answer"
                : listening ? "stopped (the port is another program's)" : "stopped";
        return List.of(part, state, "localhost:" + port, "");
    }

    private static List<String> service(Service service, Setup setup) throws InterruptedException {
        Optional<ProcessHandle> process = new PidFile(setup.layout().run(), service.id()).running();
        String state = process.isEmpty()
                ? "stopped"
                : Readiness.isReady(setup.address(service).resolve("/q/health/ready")) ? "ready" : "not ready";
        return List.of(service.id(), state, setup.address(service).toString(),
                process.map(found -> Long.toString(found.pid())).orElse(""));
    }
}

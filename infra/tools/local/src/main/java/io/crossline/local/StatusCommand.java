package io.crossline.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.crossline.local.console.Durations;
import io.crossline.local.console.Table;
import io.crossline.local.console.Terminal;
import io.crossline.local.supervise.Standing;

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
                        Durations.text(Duration.between(running.startedAt(), Instant.now()))))
                .orElse("Crossline does not run on " + layout.data() + "."));

        Optional<Standing> standing = instance.isPresent() ? Standing.read(layout.parts()) : Optional.empty();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("part", "state", "address", "pid"));
        boolean allReady = instance.isPresent();
        for (String part : Ports.parts().split(", ")) {
            PartReport report = PartReport.of(part, setup, instance.isPresent(), standing.flatMap(all -> all.of(part)));
            allReady &= report.ready();
            rows.add(List.of(part, report.text(), setup.addressOf(part), report.pid()));
        }
        terminal.line(Table.of(3, rows));
        standing.map(Standing::disk).filter(disk -> !disk.isEmpty()).ifPresent(terminal::warning);
        return allReady ? 0 : Crossline.NOT_RUNNING;
    }
}

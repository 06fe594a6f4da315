package io.crossline.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.crossline.local.console.ProgressBoard;
import io.crossline.local.console.ProgressRow;
import io.crossline.local.console.Terminal;
import io.crossline.local.process.ProcessStop;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stop what 'up' or 'demo' has started.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Terminal terminal;

    @Mixin
    private LauncherOptions options;

    DownCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Layout layout = options.layout();
        Optional<ProcessHandle> launcher = Instance.launcherPid(layout).running();
        if (launcher.isEmpty()) {
            List<String> reaped = Launcher.reap(layout);
            terminal.line(reaped.isEmpty()
                    ? "Crossline does not run on " + layout.data() + "."
                    : "No launcher runs on %s; stopped what a killed one had left: %s.".formatted(layout.data(),
                            String.join(", ", reaped)));
            return 0;
        }
        try (ProgressBoard board = new ProgressBoard(terminal)) {
            ProgressRow row = board.row("crossline");
            row.running("stopping process " + launcher.get().pid());
            if (ProcessStop.stop(launcher.get(), PATIENCE)) {
                row.done("stopped");
                return 0;
            }
            row.failed("did not stop in %d s and was killed".formatted(PATIENCE.toSeconds()));
            Launcher.reap(layout);
            return 1;
        }
    }
}

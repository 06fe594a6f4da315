package io.crossline.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.crossline.local.console.Durations;
import io.crossline.local.console.ProgressBoard;
import io.crossline.local.console.ProgressRow;
import io.crossline.local.console.Terminal;
import io.crossline.local.supervise.PartState;
import io.crossline.local.supervise.PartStatus;
import io.crossline.local.supervise.Standing;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "restart", description = "Start a part anew, also one that stays down; the rest goes on. Exit code 0 when it is ready, 1 when it is not, 3 when Crossline does not run.", mixinStandardHelpOptions = true)
final class RestartCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 250;
    /** For the end of the old process and the start of the new one. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Set<PartState> ENDS = EnumSet.of(PartState.UP, PartState.LATE, PartState.DOWN,
            PartState.STOPPED);

    private final Terminal terminal;

    @Mixin
    private LauncherOptions options;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PART", description = "kafka, postgresql, ingest, translation, training, evaluation or dashboard.")
    private String part;

    RestartCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        List<String> parts = Arrays.asList(Ports.parts().split(", "));
        if (!parts.contains(part)) {
            throw new ParameterException(spec.commandLine(),
                    "PART is '%s', expected one of %s.".formatted(part, String.join(", ", parts)));
        }
        Optional<RunningServices> running = RunningServices.find(options, terminal);
        if (running.isEmpty()) {
            return Crossline.NOT_RUNNING;
        }
        Layout layout = running.get().setup().layout();
        Instant asked = Instant.now();
        new RestartRequests(layout.run()).ask(part);
        try (ProgressBoard board = new ProgressBoard(terminal)) {
            ProgressRow row = board.row(part);
            row.running("is started again");
            Optional<PartStatus> end = follow(layout, asked);
            boolean ready = end.filter(status -> status.state() == PartState.UP).isPresent();
            if (ready) {
                row.done("ready in " + Durations.text(Duration.between(asked, Instant.now())));
            } else {
                row.failed(end.map(PartStatus::detail)
                        .orElse("was not ready within %d s".formatted(PATIENCE.toSeconds())));
            }
            return ready ? 0 : 1;
        }
    }

    /** How the part is when its start is over; empty where that takes too long. */
    private Optional<PartStatus> follow(Layout layout, Instant asked) throws IOException, InterruptedException {
        while (Instant.now().isBefore(asked.plus(PATIENCE))) {
            Optional<PartStatus> end = Standing.read(layout.parts()).flatMap(all -> all.of(part))
                    .filter(status -> status.since().isAfter(asked) && ENDS.contains(status.state()));
            if (end.isPresent()) {
                return end;
            }
            new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return Optional.empty();
    }
}

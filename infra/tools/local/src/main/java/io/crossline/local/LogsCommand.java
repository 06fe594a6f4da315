package io.crossline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.crossline.local.console.Terminal;
import io.crossline.local.process.LogTail;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Show what a part has logged.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private LauncherOptions options;

    @Parameters(arity = "0..1", paramLabel = "PART", description = "kafka, postgresql, ingest, translation, training, evaluation, dashboard, or launcher. "
            + "Default: the last lines of all.")
    private String part;

    @Option(names = {"-f", "--follow"}, description = "Go on showing what is added, until Ctrl-C.")
    private boolean follow;

    @Option(names = {"-n",
            "--lines"}, paramLabel = "N", defaultValue = "40", description = "How many lines. Default: ${DEFAULT-VALUE}.")
    private int lines;

    LogsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Layout layout = options.layout();
        List<String> parts = List.of((Ports.parts() + ", " + Instance.LAUNCHER).split(", "));
        if (part == null) {
            parts.forEach(each -> show(each, layout.log(each), 10));
            return 0;
        }
        String wanted = part.replaceFirst("-service$", "");
        if (!parts.contains(wanted)) {
            throw new UserError("There is no part '%s'; the parts are %s.".formatted(part, String.join(", ", parts)));
        }
        show(wanted, layout.log(wanted), lines);
        if (follow && Files.exists(layout.log(wanted))) {
            follow(layout.log(wanted));
        }
        return 0;
    }

    private void show(String name, Path log, int count) {
        List<String> last = LogTail.lastLines(log, count);
        terminal.line(terminal.bold("%s  (%s)".formatted(name, log)));
        if (last.isEmpty()) {
            terminal.line("  nothing yet");
        }
        last.forEach(terminal::line);
    }

    private void follow(Path log) throws IOException, InterruptedException {
        long position = Files.size(log);
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(300, TimeUnit.MILLISECONDS)) {
            long size = Files.exists(log) ? Files.size(log) : 0;
            if (size < position) {
                position = 0; // a new run has begun a new file
            }
            if (size > position) {
                terminal.out().print(LogTail.from(log, position));
                terminal.out().flush();
                position = size;
            }
        }
    }
}

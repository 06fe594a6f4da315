package io.crossline.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import io.crossline.local.console.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Start broker, database and the five services, and again what ends; stop them on Ctrl-C.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private LauncherOptions options;

    @Option(names = "--without", split = ",", paramLabel = "SERVICE", description = "Services that are not started, because something else answers on "
            + "their ports, such as one in development mode: ingest, translation, training, evaluation, dashboard. Separated by commas.")
    private final List<String> without = new ArrayList<>();

    UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Launcher.start(options.setup().leavingOut(services(without)), terminal);
        terminal.line("Ctrl-C stops everything; 'infra/crossline demo' in another terminal runs the main job.");
        new CountDownLatch(1).await();
        return 0;
    }

    private static Set<Service> services(List<String> names) {
        return names.stream().map(name -> Service.find(name).orElseThrow(() -> new UserError(
                "--without is '%s', expected ingest, translation, training, evaluation or dashboard".formatted(name))))
                .collect(Collectors.toSet());
    }
}

package io.crossline.local;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import io.crossline.local.console.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "up", description = "Start broker, database and the five services, and again what ends; stop them on Ctrl-C.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private LauncherOptions options;

    UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Launcher.start(options.setup(), terminal);
        terminal.line("Ctrl-C stops everything; 'infra/crossline demo' in another terminal runs the main job.");
        new CountDownLatch(1).await();
        return 0;
    }
}

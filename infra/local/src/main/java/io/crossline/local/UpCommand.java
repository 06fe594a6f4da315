package io.crossline.local;

import java.util.concurrent.Callable;

import io.crossline.local.console.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "up", description = "Start broker, database and the five services; stop them on Ctrl-C.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private LauncherOptions options;

    UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Stack stack = Launcher.start(options.setup(), terminal);
        terminal.line("Ctrl-C stops everything; 'infra/crossline demo' in another terminal runs the main job.");
        terminal.error(stack.failure().get());
        return 1;
    }
}

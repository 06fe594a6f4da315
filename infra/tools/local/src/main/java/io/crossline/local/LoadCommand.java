package io.crossline.local;

import java.util.Optional;
import java.util.concurrent.Callable;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.local.console.Terminal;
import io.crossline.local.load.Load;
import io.crossline.local.load.LoadJob;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "load", description = "Send batches of random images of many lines (load-0000, ...) to a Crossline that runs, and measure how long its answers take then. The lines stay: use a data folder of its own. Exit code 3 when Crossline does not run.", mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private LauncherOptions options;

    @Option(names = "--lines", paramLabel = "N", defaultValue = "1000", description = "Default: ${DEFAULT-VALUE}.")
    private int lines;

    @Option(names = "--batches", paramLabel = "N", defaultValue = "1", description = "Of each line. Default: ${DEFAULT-VALUE}.")
    private int batches;

    @Option(names = "--images", paramLabel = "N", defaultValue = "64", description = "Of each batch. Default: ${DEFAULT-VALUE}.")
    private int images;

    @Option(names = "--size", paramLabel = "HxWxC", defaultValue = "28x28x1", description = "Of the images. Default: ${DEFAULT-VALUE}.")
    private String size;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Determines the pixels. Default: ${DEFAULT-VALUE}.")
    private long seed;

    LoadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        LoadJob job;
        try {
            job = new LoadJob(lines, batches, images, ImageShape.parse(size), seed);
        } catch (UserError | InvalidFieldException e) {
            terminal.error(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        Optional<RunningServices> running = RunningServices.find(options, terminal);
        if (running.isEmpty()) {
            return Crossline.NOT_RUNNING;
        }
        RunningServices services = running.get();
        new Load(terminal, services.setup().bootstrapServers(), services.client(Service.INGEST),
                services.client(Service.EVALUATION), services.client(Service.DASHBOARD)).run(job);
        return CommandLine.ExitCode.OK;
    }
}

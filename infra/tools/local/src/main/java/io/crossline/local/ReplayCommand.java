package io.crossline.local;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;
import io.crossline.local.console.Terminal;
import io.crossline.local.replay.Replay;
import io.crossline.local.rest.RestClient;
import io.crossline.local.rest.Ticker;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "replay", description = "Train a model again from the offsets and the seed that it records, and say whether the parameters are the same. Exit code 0 when they are, 1 when they differ or the training fails, 3 when Crossline does not run.", mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private LauncherOptions options;

    @Parameters(paramLabel = "MODEL_VERSION", description = "Such as dann-3f2a9c1d; the dashboard and 'infra/crossline audit show' name them.")
    private String modelVersion;

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Optional<RunningServices> services = RunningServices.find(options, terminal);
        if (services.isEmpty()) {
            return Crossline.NOT_RUNNING;
        }
        RestClient training = services.get().client(Service.TRAINING);
        JsonNode job = training.post("/replays", Json.mapper().createObjectNode().put("modelVersion", modelVersion));
        return new Replay(training, new Ticker(new CompletableFuture<>()), terminal).follow(modelVersion,
                job.path("jobId").asText()) ? 0 : 1;
    }
}

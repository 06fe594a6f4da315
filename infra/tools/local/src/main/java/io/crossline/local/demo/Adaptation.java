package io.crossline.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.crossline.contracts.Json;
import io.crossline.local.UserError;
import io.crossline.local.console.ProgressBoard;
import io.crossline.local.console.ProgressRow;
import io.crossline.local.console.Terminal;
import io.crossline.local.rest.JobText;
import io.crossline.local.rest.RestClient;
import io.crossline.local.rest.Ticker;

/** The training jobs of one adaptation, one after another in the training service. */
public final class Adaptation {

    /**
     * How the jobs ended.
     *
     * @param completed methods whose model is trained
     * @param failures one sentence for each job that failed or was cancelled
     */
    public record Result(String adaptationId, List<String> completed, List<String> failures) {}

    private final RestClient training;
    private final Ticker ticker;
    private final Terminal terminal;

    public Adaptation(RestClient training, Ticker ticker, Terminal terminal) {
        this.training = training;
        this.ticker = ticker;
        this.terminal = terminal;
    }

    public Result run(DemoJob job, Ingestions.Result images) throws InterruptedException {
        CommonClasses.note(job, images).ifPresent(terminal::warning);
        JsonNode adaptation = training.post("/adaptations", request(job, images));
        String id = adaptation.path("adaptationId").asText();
        Map<String, ProgressRow> rows = new LinkedHashMap<>();
        List<String> completed = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        try (ProgressBoard board = new ProgressBoard(terminal, "train cyclegan")) {
            for (JsonNode each : adaptation.path("jobs")) {
                rows.put(each.path("jobId").asText(), board.row("train " + each.path("method").asText()));
            }
            if (rows.isEmpty()) {
                throw new UserError("The training service took the adaptation but made no jobs of it: " + adaptation);
            }
            while (!rows.values().stream().allMatch(ProgressRow::ended)) {
                ticker.pause();
                Optional<JsonNode> state = training.poll("/adaptations/" + id);
                state.ifPresent(found -> found.path("jobs").forEach(each -> show(each, rows, completed, failures)));
            }
        }
        return new Result(id, List.copyOf(completed), List.copyOf(failures));
    }

    private static ObjectNode request(DemoJob job, Ingestions.Result images) {
        ObjectNode request = Json.mapper().createObjectNode();
        request.put("sourceLine", job.sourceLine()).put("targetLine", job.targetLine()).put("preset", job.preset())
                .put("seed", job.seed());
        request.set("methods", Json.mapper().valueToTree(job.methods()));
        request.set("source", images.source().path("selections"));
        request.set("target", images.target().path("selections"));
        request.set("shape", images.source().path("shape"));
        request.set("classNames", images.source().path("classNames"));
        if (job.settings().expectedMix() != null) {
            request.put("expectedMix", job.settings().expectedMix().toString());
        }
        if (!job.settings().turns()) {
            request.put("turns", false);
        }
        if (job.backbone() != null) {
            request.put("backbone", job.backbone().sha256());
        }
        return request;
    }

    private static void show(JsonNode job, Map<String, ProgressRow> rows, List<String> completed,
            List<String> failures) {
        ProgressRow row = rows.get(job.path("jobId").asText());
        if (row == null || row.ended()) {
            return;
        }
        String method = job.path("method").asText();
        switch (job.path("state").asText()) {
            case "QUEUED" -> {
                // its row says that it waits
            }
            case "COMPLETED" -> {
                completed.add(method);
                row.done(JobText.completed(job));
            }
            case "FAILED", "CANCELLED" -> {
                String message = job.path("message").asText("no reason given");
                failures.add("The training of %s %s: %s".formatted(method,
                        job.path("state").asText().equals("FAILED") ? "failed" : "was cancelled", message));
                row.failed(message);
            }
            default -> row.running(job.path("fraction").asDouble(-1), JobText.progress(job));
        }
    }
}

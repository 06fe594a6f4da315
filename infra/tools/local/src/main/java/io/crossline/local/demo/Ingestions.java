package io.crossline.local.demo;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Json;
import io.crossline.local.UserError;
import io.crossline.local.console.Durations;
import io.crossline.local.console.ProgressBoard;
import io.crossline.local.console.ProgressRow;
import io.crossline.local.console.Terminal;
import io.crossline.local.rest.RestClient;
import io.crossline.local.rest.Ticker;

/**
 * Brings both lines' images to Kafka. The target takes the shape that the source turns out to have, and its training
 * labels are never sent.
 */
public final class Ingestions {

    /** The completed ingestions as the ingest service describes them. */
    public record Result(JsonNode source, JsonNode target) {}

    private final RestClient ingest;
    private final Ticker ticker;
    private final Terminal terminal;

    public Ingestions(RestClient ingest, Ticker ticker, Terminal terminal) {
        this.ingest = ingest;
        this.ticker = ticker;
        this.terminal = terminal;
    }

    /** @throws UserError if one fails, with its reason */
    public Result run(DemoJob job) throws InterruptedException {
        String sourceLabel = "images of " + job.source().written();
        String targetLabel = "images of " + job.target().written();
        try (ProgressBoard board = new ProgressBoard(terminal, sourceLabel, targetLabel)) {
            Line source = new Line(board.row(sourceLabel));
            Line target = new Line(board.row(targetLabel));
            source.start(request(job, job.sourceLine(), job.source(), shape(job.shape()), "all"));
            while (!source.completed() || !target.completed()) {
                source.look();
                if (!target.started() && source.state.hasNonNull("shape")) {
                    target.start(request(job, job.targetLine(), job.target(), whole(source.state), "test-only"));
                }
                target.look();
                ticker.pause();
            }
            return new Result(source.state, target.state);
        }
    }

    /** What an ingestion was asked to make of its pictures: the size before they were cut into tiles. */
    private static JsonNode whole(JsonNode ingestion) {
        JsonNode tiles = ingestion.path("pictures").path("tiles");
        ImageShape images = Json.mapper().convertValue(ingestion.get("shape"), ImageShape.class);
        return tiles.isObject()
                ? shape(new ImageShape(images.channels(), tiles.path("height").asInt(), tiles.path("width").asInt()))
                : ingestion.get("shape");
    }

    private static JsonNode shape(ImageShape shape) {
        return Json.mapper().valueToTree(shape);
    }

    private static ObjectNode request(DemoJob job, String line, ImageSpec spec, JsonNode shape, String labels) {
        ObjectNode request = Json.mapper().createObjectNode();
        request.put("line", line).put("spec", spec.resolved()).put("labels", labels).put("seed", job.seed());
        request.set("shape", shape);
        // the demo's lines are the demo's: another size or another data set is no mistake
        return request.put("registerAnew", true);
    }

    private final class Line {

        private final ProgressRow row;
        private final long began = System.nanoTime();
        private JsonNode state = Json.mapper().createObjectNode();
        private JsonNode request;

        Line(ProgressRow row) {
            this.row = row;
        }

        void start(JsonNode asked) throws InterruptedException {
            request = asked;
            state = ingest.post("/ingestions", request);
            row.running("starting");
        }

        /** A service that was restarted has forgotten the ingestion; what was published is not published again. */
        private void startAgain() throws InterruptedException {
            terminal.warning("ingest has forgotten the ingestion of %s; it is asked again."
                    .formatted(request.path("spec").asText()));
            start(request);
        }

        boolean started() {
            return state.has("id");
        }

        boolean completed() {
            return state.path("state").asText().equals("COMPLETED") && row.ended();
        }

        void look() throws InterruptedException {
            if (!started() || row.ended()) {
                return;
            }
            Optional<JsonNode> answer = ingest.poll("/ingestions/" + state.get("id").asText(),
                    this::startAgain);
            if (answer.isEmpty()) {
                return;
            }
            state = answer.get();
            String rejected = state.path("rejectedCount").asLong() == 0
                    ? ""
                    : ", %d rejected".formatted(state.path("rejectedCount").asLong());
            switch (state.path("state").asText()) {
                case "COMPLETED" -> {
                    row.done("%s images of %s in %s%s".formatted(count("imagesDone"), shapeText(),
                            Durations.since(began), rejected));
                    state.path("notes").forEach(note -> terminal.line("  " + note.asText()));
                }
                case "FAILED", "CANCELLED" -> {
                    String message = state.path("message").asText("no reason given");
                    row.failed(message);
                    throw new UserError(
                            "The images of %s could not be read: %s".formatted(state.path("spec").asText(), message));
                }
                default -> progress(rejected);
            }
        }

        private void progress(String rejected) {
            long total = state.path("imagesTotal").asLong();
            double fraction = total > 0 ? state.path("imagesDone").asDouble() / total : -1;
            row.running(fraction,
                    "%s, %s of %s images%s".formatted(state.path("phase").asText("reading"), count("imagesDone"),
                            total > 0 ? count("imagesTotal") : "?", rejected));
        }

        private String count(String field) {
            return String.format(Locale.ROOT, "%,d", state.path(field).asLong());
        }

        private String shapeText() {
            JsonNode shape = state.path("shape");
            return "%dx%dx%d".formatted(shape.path("height").asInt(), shape.path("width").asInt(),
                    shape.path("channels").asInt());
        }
    }
}

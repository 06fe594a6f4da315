package io.crossline.local.demo.drift;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.crossline.contracts.Json;
import io.crossline.contracts.OffsetRange;
import io.crossline.local.UserError;
import io.crossline.local.rest.RestClient;
import io.crossline.local.rest.Ticker;

/** Brings one window of the line's images to Kafka. */
final class WindowIngestion {

    private final RestClient ingest;
    private final Ticker ticker;
    private final String line;
    private final JsonNode shape;
    private final long seed;

    /** @param seed of the whole demo */
    WindowIngestion(RestClient ingest, Ticker ticker, String line, JsonNode shape, long seed) {
        this.ingest = ingest;
        this.ticker = ticker;
        this.line = line;
        this.shape = shape;
        this.seed = seed;
    }

    /**
     * The images keep their labels, with which the evaluation scores them; the trainer never reads a target's.
     *
     * @return where the images are
     * @throws UserError if the ingestion fails
     */
    List<OffsetRange> run(AgeingScript script, int window) throws InterruptedException {
        ObjectNode request = Json.mapper().createObjectNode();
        request.put("line", line).put("spec", script.spec(window)).put("labels", "all")
                .put("seed", AgeingScript.seed(seed, window)).put("batchSize", AgeingScript.BATCH_IMAGES);
        request.set("shape", shape);
        JsonNode state = ingest.post("/ingestions", request);
        while (!state.path("state").asText().equals("COMPLETED")) {
            if (List.of("FAILED", "CANCELLED").contains(state.path("state").asText())) {
                throw new UserError("The images of window %d could not be sent: %s".formatted(window,
                        state.path("message").asText("no reason given")));
            }
            state = look(state, request);
            if (state.path("state").asText().equals("RUNNING")) {
                ticker.pause();
            }
        }
        return ranges(state.path("selections").path("train").path("ranges"));
    }

    /** A service that was restarted has forgotten the ingestion, and is asked again. */
    private JsonNode look(JsonNode state, JsonNode request) throws InterruptedException {
        AtomicReference<JsonNode> next = new AtomicReference<>(state);
        ingest.poll("/ingestions/" + state.path("id").asText(), () -> next.set(ingest.post("/ingestions", request)))
                .ifPresent(next::set);
        return next.get();
    }

    private static List<OffsetRange> ranges(JsonNode ranges) {
        try {
            return Json.mapper().readValue(ranges.traverse(Json.mapper()), new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new UserError("The ingest service's offsets cannot be read: " + e.getOriginalMessage(), e);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("Reading a tree from memory failed", e);
        }
    }
}

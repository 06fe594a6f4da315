package io.crossline.local.chaos;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Json;
import io.crossline.contracts.ModelPromoted;
import io.crossline.local.UserError;
import io.crossline.local.rest.RestClient;

/** A person at the evaluation service. */
final class Operator {

    private static final String BY = "chaos operator";
    private static final int HISTORY = 1000;

    private final RestClient evaluation;

    Operator(RestClient evaluation) {
        this.evaluation = evaluation;
    }

    /** @throws UserError if the service refuses or does not answer; it may have done it nevertheless */
    void promote(String line, String modelVersion) throws InterruptedException {
        evaluation.put(path(line) + "/champion", request("chosen by chance").put("modelVersion", modelVersion));
    }

    /**
     * Leaves the champion that serves now for the one before.
     *
     * @throws UserError if the service refuses or does not answer; it may have done it nevertheless
     */
    void rollBack(String line) throws InterruptedException {
        evaluation.post(path(line) + "/rollback", request("one step back").put("leaves", champion(line)));
    }

    /** The loop's own promotions and trainings would be more than the schedule says. */
    void switchLoopOff(String line) throws InterruptedException {
        evaluation.put(path(line) + "/loop", request("people alone promote here").put("enabled", false));
    }

    /** Version of the champion; empty where the line has none. */
    String champion(String line) throws InterruptedException {
        return evaluation.get(path(line)).path("champion").path("modelVersion").asText("");
    }

    /** Version of the model that serves the line. */
    String serving(String line) throws InterruptedException {
        return evaluation.get(path(line)).path("servingModel").asText("");
    }

    /** Newest first. */
    List<ModelPromoted> promotions(String line) throws InterruptedException {
        List<ModelPromoted> promotions = new ArrayList<>();
        try {
            for (JsonNode each : evaluation.get(path(line) + "/promotions?limit=" + HISTORY)) {
                promotions.add(Json.decode(Json.encode(each), ModelPromoted.class));
            }
        } catch (InvalidFieldException e) {
            throw new UserError("The evaluation service answered a promotion that is none: " + e.getMessage(), e);
        }
        return promotions;
    }

    boolean auditIsWhole() throws InterruptedException {
        return evaluation.get("/audit/verification").path("intact").asBoolean();
    }

    private static String path(String line) {
        return "/lines/" + line;
    }

    private static ObjectNode request(String reason) {
        return Json.mapper().createObjectNode().put("by", BY).put("reason", reason);
    }
}

package io.crossline.local.demo.drift;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.crossline.contracts.Json;
import io.crossline.local.UserError;
import io.crossline.local.rest.RestClient;

/** A line in the evaluation service: its model, its loop, its windows. */
final class LoopLine {

    private static final String BY = "demo";
    private static final int COOLDOWN_SECONDS = 10;
    private static final int SHADOW_BATCHES = 2;

    private final RestClient evaluation;
    private final String path;

    LoopLine(RestClient evaluation, String line) {
        this.evaluation = evaluation;
        this.path = "/lines/" + line;
    }

    void promote(String modelVersion, String reason) throws InterruptedException {
        evaluation.put(path + "/champion", request(reason).put("modelVersion", modelVersion));
    }

    /** These models predict every batch beside the champion. */
    void compare(List<String> models, String reason) throws InterruptedException {
        ObjectNode request = request(reason);
        request.set("models", Json.mapper().valueToTree(models));
        evaluation.put(path + "/compared", request);
    }

    /** With a policy for a line whose years pass in minutes. */
    void switchLoopOn(String reason) throws InterruptedException {
        evaluation.put(path + "/loop", request(reason).put("enabled", true).put("pinned", false)
                .put("cooldownSeconds", COOLDOWN_SECONDS).put("shadowBatches", SHADOW_BATCHES));
    }

    /** The newest, newest first; empty where the service cannot tell right now. */
    Optional<List<LoopWindow>> windows(int limit) throws InterruptedException {
        return list("/windows", limit, new TypeReference<>() {
        });
    }

    Optional<List<LoopCycle>> cycles(int limit) throws InterruptedException {
        return list("/cycles", limit, new TypeReference<>() {
        });
    }

    Optional<List<LoopPromotion>> promotions(int limit) throws InterruptedException {
        return list("/promotions", limit, new TypeReference<>() {
        });
    }

    private static ObjectNode request(String reason) {
        return Json.mapper().createObjectNode().put("by", BY).put("reason", reason);
    }

    private <T> Optional<List<T>> list(String what, int limit, TypeReference<List<T>> type)
            throws InterruptedException {
        Optional<JsonNode> answer = evaluation.poll(path + what + "?limit=" + limit);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.mapper().readValue(answer.get().traverse(Json.mapper()), type));
        } catch (JsonProcessingException e) {
            throw new UserError("The evaluation service's answer to GET %s%s cannot be read: %s".formatted(path, what,
                    e.getOriginalMessage()), e);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("Reading a tree from memory failed", e);
        }
    }
}

package io.crossline.local.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;
import io.crossline.local.UserError;

/** One service's REST interface. */
public final class RestClient {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String service;
    private final URI address;
    private long lastAnswer = System.nanoTime();

    public RestClient(String service, URI address) {
        this.service = service;
        this.address = address;
    }

    /** @throws UserError if the service refuses, with what it says */
    public JsonNode post(String path, JsonNode body) throws InterruptedException {
        return send("POST", path, json(path).POST(HttpRequest.BodyPublishers.ofString(body.toString())).build());
    }

    /** @throws UserError if the service refuses, with what it says */
    public JsonNode put(String path, JsonNode body) throws InterruptedException {
        return send("PUT", path, json(path).PUT(HttpRequest.BodyPublishers.ofString(body.toString())).build());
    }

    /** @throws UserError if there is no such thing, or the service does not answer */
    public JsonNode get(String path) throws InterruptedException {
        return send("GET", path, request(path).build());
    }

    /**
     * Empty where there is no such thing.
     *
     * @throws UserError if the service does not answer, or refuses
     */
    public Optional<JsonNode> find(String path) throws InterruptedException {
        HttpResponse<byte[]> response = answer(request(path).build());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(read("GET", path, response));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private JsonNode send(String method, String path, HttpRequest request) throws InterruptedException {
        return read(method, path, answer(request));
    }

    private HttpResponse<byte[]> answer(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            lastAnswer = System.nanoTime();
            return response;
        } catch (IOException e) {
            throw new UserError("%s does not answer at %s: %s".formatted(service, address, e), e);
        }
    }

    private JsonNode read(String method, String path, HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 != 2) {
            throw new UserError("%s refused %s %s (%d): %s".formatted(service, method, path, response.statusCode(),
                    Problem.describe(response.body())));
        }
        try {
            return Json.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new UserError("%s answered %s %s with what is no JSON: %s".formatted(service, method, path,
                    e.getMessage()), e);
        }
    }

    /**
     * The state of something that takes long; empty when it cannot be told right now (not there yet, or the service is
     * busy).
     *
     * @throws UserError if the service has not given a proper answer for a minute
     */
    public Optional<JsonNode> poll(String path) throws InterruptedException {
        String trouble;
        try {
            HttpResponse<byte[]> response = CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == 200) {
                lastAnswer = System.nanoTime();
                return Optional.of(Json.mapper().readTree(response.body()));
            }
            if (response.statusCode() == 404) {
                lastAnswer = System.nanoTime();
                return Optional.empty();
            }
            trouble = response.statusCode() + ": " + Problem.describe(response.body());
        } catch (IOException e) {
            trouble = e.toString();
        }
        if (System.nanoTime() - lastAnswer > PATIENCE.toNanos()) {
            throw new UserError("%s has not answered GET %s%s for %d s; last: %s".formatted(service, address, path,
                    PATIENCE.toSeconds(), trouble));
        }
        return Optional.empty();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "application/json")
                .timeout(REQUEST_TIMEOUT);
    }

    /** An application/problem+json body in one line. */
    static final class Problem {

        private Problem() {}

        static String describe(byte[] body) {
            JsonNode problem;
            try {
                problem = Json.mapper().readTree(body);
            } catch (IOException e) {
                return new String(body, StandardCharsets.UTF_8).strip();
            }
            if (problem == null || !problem.isObject()) {
                return new String(body, StandardCharsets.UTF_8).strip();
            }
            StringBuilder text = new StringBuilder(problem.path("detail").asText(problem.path("title").asText("")));
            if (problem.hasNonNull("field")) {
                text.insert(0, problem.get("field").asText() + ": ");
            }
            for (JsonNode violation : problem.path("violations")) {
                text.append(text.isEmpty() ? "" : "; ").append(violation.path("field").asText()).append(' ')
                        .append(violation.path("message").asText());
            }
            return text.toString();
        }
    }
}

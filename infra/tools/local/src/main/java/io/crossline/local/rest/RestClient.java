package io.crossline.local.rest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;
import io.crossline.local.UserError;

/**
 * One service's REST interface. A patient client waits for a service that does not answer, as one does that is being
 * restarted, and says what it waits for; the other fails at once.
 */
public final class RestClient {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    /** Longer than the launcher takes for all restarts of a service. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BEFORE_NOTICE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String service;
    private final URI address;
    private final Duration retry;
    private final Consumer<String> notice;
    private long lastAnswer = System.nanoTime();
    private boolean waiting;

    /** One that fails at once, except in {@link #poll}. */
    public RestClient(String service, URI address) {
        this(service, address, Duration.ZERO, text -> {
        });
    }

    private RestClient(String service, URI address, Duration retry, Consumer<String> notice) {
        this.service = service;
        this.address = address;
        this.retry = retry;
        this.notice = notice;
    }

    /**
     * One that waits for the service.
     *
     * @param notice takes a sentence when the waiting begins and when it ends
     */
    public static RestClient patient(String service, URI address, Consumer<String> notice) {
        return new RestClient(service, address, PATIENCE, notice);
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
        long began = System.nanoTime();
        while (true) {
            try {
                HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
                answered();
                return response;
            } catch (IOException e) {
                if (!mayRepeat(request, e) || System.nanoTime() - began > retry.toNanos()) {
                    throw new UserError("%s does not answer at %s%s: %s".formatted(service, address,
                            retry.isZero() ? "" : " for %d s".formatted((System.nanoTime() - began) / 1_000_000_000),
                            e), e);
                }
                unanswered();
                pause();
            }
        }
    }

    /** A request that may have been served already is repeated only where that changes nothing. */
    private static boolean mayRepeat(HttpRequest request, IOException e) {
        return !request.method().equals("POST") || e instanceof ConnectException;
    }

    private static void pause() throws InterruptedException {
        new CountDownLatch(1).await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void answered() {
        lastAnswer = System.nanoTime();
        if (waiting) {
            waiting = false;
            notice.accept("%s answers again.".formatted(service));
        }
    }

    private void unanswered() {
        if (!waiting && System.nanoTime() - lastAnswer > BEFORE_NOTICE.toNanos()) {
            waiting = true;
            notice.accept("waiting for %s, which does not answer at %s; at most %d s.".formatted(service, address,
                    PATIENCE.toSeconds()));
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
     * busy or being restarted).
     *
     * @throws UserError if the service has not given a proper answer for three minutes
     */
    public Optional<JsonNode> poll(String path) throws InterruptedException {
        return poll(path, () -> {
        });
    }

    /**
     * As {@link #poll(String)}.
     *
     * @param unknown called where the service says that there is no such thing
     */
    public Optional<JsonNode> poll(String path, Unknown unknown) throws InterruptedException {
        String trouble;
        try {
            HttpResponse<byte[]> response = CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == 200) {
                answered();
                return Optional.of(Json.mapper().readTree(response.body()));
            }
            if (response.statusCode() == 404) {
                answered();
                unknown.run();
                return Optional.empty();
            }
            trouble = response.statusCode() + ": " + Problem.describe(response.body());
        } catch (IOException e) {
            trouble = e.toString();
        }
        unanswered();
        if (System.nanoTime() - lastAnswer > PATIENCE.toNanos()) {
            throw new UserError("%s has not answered GET %s%s for %d s; last: %s".formatted(service, address, path,
                    PATIENCE.toSeconds(), trouble));
        }
        return Optional.empty();
    }

    /** What is done where a service has forgotten something. */
    @FunctionalInterface
    public interface Unknown {

        void run() throws InterruptedException;
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

package io.crossline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;

/** A service's REST interface, as any client uses it. */
final class Rest {

    private final HttpClient client;
    private final URI service;

    Rest(URI service) {
        this(service, HttpClient.newHttpClient());
    }

    Rest(URI service, HttpClient client) {
        this.service = service;
        this.client = client;
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)).GET());
    }

    JsonNode put(String path, Map<String, Object> body) {
        return send(HttpRequest.newBuilder(service.resolve(path)).PUT(BodyPublishers.ofByteArray(Json.encode(body)))
                .header("Content-Type", "application/json"));
    }

    JsonNode post(String path, Map<String, Object> body) {
        return send(HttpRequest.newBuilder(service.resolve(path)).POST(BodyPublishers.ofByteArray(Json.encode(body)))
                .header("Content-Type", "application/json"));
    }

    int status(String path) {
        return answer(HttpRequest.newBuilder(service.resolve(path)).GET().build()).statusCode();
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        HttpResponse<byte[]> response = answer(request);
        assertThat(response.statusCode()).as("%s %s", request.uri(), new String(response.body())).isBetween(200, 299);
        try {
            return Json.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("No JSON from " + service, e);
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + service, e);
        }
    }
}

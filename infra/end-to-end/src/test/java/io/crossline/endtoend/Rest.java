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

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI service;

    Rest(URI service) {
        this.service = service;
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
        try {
            return client.send(HttpRequest.newBuilder(service.resolve(path)).GET().build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + service, e);
        }
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as("%s %s", request.build().uri(), new String(response.body()))
                    .isBetween(200, 299);
            return Json.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + service, e);
        }
    }
}

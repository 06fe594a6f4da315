package io.crossline.local.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;
import io.crossline.embedded.FreePort;
import io.crossline.local.UserError;

class RestClientTest {

    private final int port = FreePort.any();
    private final URI address = URI.create("http://localhost:" + port);
    private final List<String> notices = new CopyOnWriteArrayList<>();

    @Test
    void aPatientClientWaitsForAServiceThatComesBackAndSaysSo() throws Exception {
        // Given a request to a service that does not run
        RestClient client = RestClient.patient("training", address, notices::add);
        CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(() -> post(client));
        await().until(() -> !notices.isEmpty());

        // When it comes up
        try (FakeServices service = new FakeServices(port)) {
            service.answer("POST /adaptations", 202, "{'adaptationId':'a1'}");

            // Then the request is served, and the user was told
            assertThat(answer.get(20, TimeUnit.SECONDS).path("adaptationId").asText()).isEqualTo("a1");
        }
        assertThat(notices).containsExactly(
                "waiting for training, which does not answer at %s; at most 180 s.".formatted(address),
                "training answers again.");
    }

    @Test
    void theOtherClientFailsAtOnce() {
        RestClient client = new RestClient("training", address);

        assertThatThrownBy(() -> client.get("/jobs")).isInstanceOf(UserError.class)
                .hasMessageContaining("training does not answer at " + address);
    }

    private static JsonNode post(RestClient client) {
        try {
            return client.post("/adaptations", Json.mapper().createObjectNode());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.crossline.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;
import io.crossline.identity.Role;

/** Calls every endpoint that a service describes, without an identity and with roles that may not call it. */
public final class EndpointSecurity {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String service;

    private record Endpoint(String method, String path, String contentType) {}

    /** @param service address of a service that runs under {@link SecuredProfile}, such as {@code http://localhost:8081} */
    public EndpointSecurity(String service) {
        this.service = service.replaceFirst("/$", "");
    }

    /**
     * What is open that should not be: a sentence for each fault.
     *
     * @param least endpoints that the service has at least, so that an empty description does not pass
     */
    public List<String> faults(int least) throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        List<Endpoint> endpoints = endpoints();
        if (endpoints.size() < least) {
            faults.add("The service describes " + endpoints.size() + " endpoints, expected " + least + " at least");
        }
        for (Endpoint endpoint : endpoints) {
            expect(faults, endpoint, null, UNAUTHORIZED);
            expect(faults, endpoint, "not a token", UNAUTHORIZED);
            expect(faults, endpoint, SecuredProfile.lineToken("another-line"), FORBIDDEN);
            if (!endpoint.method().equals("GET")) {
                expect(faults, endpoint, SecuredProfile.token("vera", Role.VIEWER), FORBIDDEN);
            }
        }
        return faults;
    }

    private List<Endpoint> endpoints() throws IOException, InterruptedException {
        String body = http.send(HttpRequest.newBuilder(URI.create(service + "/q/openapi?format=json")).build(),
                BodyHandlers.ofString()).body();
        List<Endpoint> endpoints = new ArrayList<>();
        JsonNode paths = Json.mapper().readTree(body).path("paths");
        paths.fieldNames().forEachRemaining(path -> paths.get(path).fieldNames().forEachRemaining(method -> {
            if (METHODS.contains(method)) {
                JsonNode types = paths.get(path).get(method).path("requestBody").path("content");
                endpoints.add(new Endpoint(method.toUpperCase(Locale.ROOT), path,
                        types.isEmpty() ? null : types.fieldNames().next()));
            }
        }));
        return endpoints;
    }

    private void expect(List<String> faults, Endpoint endpoint, String token, int status)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(service + endpoint.path().replaceAll("\\{[^}]*}", "x")))
                .method(endpoint.method(), endpoint.contentType() == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString("{}"));
        if (endpoint.contentType() != null) {
            request.header("Content-Type", endpoint.contentType().startsWith("multipart")
                    ? endpoint.contentType() + "; boundary=x"
                    : endpoint.contentType());
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        int answer = http.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (answer != status) {
            faults.add("%s %s answers %d, expected %d".formatted(endpoint.method(), endpoint.path(), answer, status));
        }
    }
}

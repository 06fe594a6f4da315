package io.crossline.local.rest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.crossline.contracts.Json;

/** Answers as the services do: a queue of answers for each request, the last one for ever. */
public final class FakeServices implements AutoCloseable {

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Queue<Answer>> answers = new HashMap<>();
    private final Map<String, JsonNode> received = new LinkedHashMap<>();

    public FakeServices() throws IOException {
        this(0);
    }

    /** @param port 0 for any free one */
    public FakeServices(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** @param request {@code GET /jobs} */
    public synchronized FakeServices answer(String request, int status, String body) {
        answers.computeIfAbsent(request, key -> new ArrayDeque<>()).add(new Answer(status, body.replace('\'', '"')));
        return this;
    }

    /** The body of the n-th POST or PUT to the path, counted from 1. */
    public synchronized JsonNode received(String path, int n) {
        return received.get(path + " " + n);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Answer answer = next(exchange.getRequestMethod() + " " + path, path, exchange.getRequestBody().readAllBytes());
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Answer next(String request, String path, byte[] body) throws IOException {
        if (request.startsWith("POST") || request.startsWith("PUT")) {
            int n = 1;
            while (received.containsKey(path + " " + n)) {
                n++;
            }
            received.put(path + " " + n, Json.mapper().readTree(body));
        }
        Queue<Answer> queue = answers.getOrDefault(request, new ArrayDeque<>());
        if (queue.isEmpty()) {
            return new Answer(404, "");
        }
        return queue.size() > 1 ? queue.remove() : queue.peek();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

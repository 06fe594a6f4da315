package io.crossline.dashboard.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.crossline.contracts.Json;

/** One service that answers what it was told to. A path that it was not told about is a 404 with problem JSON. */
public final class FakeService implements AutoCloseable {

    /** What a path answers. */
    public record Answer(int status, String contentType, byte[] body) {

        static Answer json(Object document) {
            return json(200, document);
        }

        public static Answer json(int status, Object document) {
            return new Answer(status, "application/json", Json.encode(document));
        }

        static Answer png(byte[] image) {
            return new Answer(200, "image/png", image);
        }

        public static Answer problem(int status, String detail) {
            return new Answer(status, "application/problem+json",
                    Json.encode(Map.of("status", status, "title", "Problem", "detail", detail)));
        }
    }

    private final Map<String, Supplier<Answer>> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean down;

    /** @param port on localhost, or 0 for a free one */
    public FakeService(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port, e);
        }
        server.createContext("/", this::handle);
        server.start();
        json("/q/health/ready", () -> Map.of("status", "UP"));
    }

    /** @param path such as {@code /lines}, or {@code POST /lines} for one way of asking only */
    public void on(String path, Supplier<Answer> answer) {
        answers.put(path, answer);
    }

    public void json(String path, Supplier<Object> document) {
        on(path, () -> Answer.json(document.get()));
    }

    /** From now on it hangs up on whoever asks. */
    public void goDown() {
        down = true;
    }

    /** Forgets everything but its health. */
    public void clear() {
        down = false;
        answers.keySet().removeIf(path -> !path.equals("/q/health/ready"));
        requests.clear();
        sent.clear();
    }

    /** What was asked so far, such as {@code GET /lines}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** What was sent so far, such as {@code PUT /lines/a/loop {"pinned": true}}. */
    public List<String> sent() {
        return List.copyOf(sent);
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (down) {
            exchange.close();
            return;
        }
        String path = exchange.getRequestURI().getPath();
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(request);
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (body.length > 0) {
            sent.add(request + " " + new String(body, StandardCharsets.UTF_8));
        }
        Supplier<Answer> known = answers.getOrDefault(exchange.getRequestMethod() + " " + path, answers.get(path));
        Answer answer = known == null ? Answer.problem(404, "There is no " + path + " here.") : known.get();
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    static Answer text(int status, String body) {
        return new Answer(status, "text/plain", body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

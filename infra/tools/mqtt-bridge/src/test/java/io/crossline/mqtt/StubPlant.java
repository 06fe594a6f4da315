package io.crossline.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;

/** A broker that only publishes, and an ingest service whose answers a test gives. */
public class StubPlant implements QuarkusTestResourceLifecycleManager {

    private static final int MAX_MESSAGE = 1 << 20;

    /** Filters that the bridge has subscribed to, one a connection. */
    static final BlockingQueue<String> SUBSCRIBED = new LinkedBlockingQueue<>();
    static final List<Integer> ACKNOWLEDGED = new CopyOnWriteArrayList<>();
    /** Line and body of each upload, as Latin-1. */
    static final List<String> UPLOADS = new CopyOnWriteArrayList<>();
    /** An upload waits for its answer. */
    static final BlockingQueue<Integer> ANSWERS = new LinkedBlockingQueue<>();

    private static volatile MqttEndpoint bridge;

    private final Vertx vertx = Vertx.vertx();
    private HttpServer ingest;

    @Override
    public Map<String, String> start() {
        MqttServer broker = MqttServer.create(vertx, new MqttServerOptions().setMaxMessageSize(MAX_MESSAGE));
        broker.endpointHandler(StubPlant::connected);
        int port = broker.listen(0, "localhost").toCompletionStage().toCompletableFuture().join().actualPort();
        try {
            ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ingest.setExecutor(Executors.newCachedThreadPool());
        ingest.createContext("/lines/", StubPlant::upload);
        ingest.start();
        return Map.of("crossline.mqtt.host", "localhost", "crossline.mqtt.port", Integer.toString(port),
                "crossline.mqtt.max-bytes", "1024", "crossline.mqtt.retry-pause", "50ms", "crossline.ingest.url",
                "http://localhost:" + ingest.getAddress().getPort());
    }

    private static void connected(MqttEndpoint endpoint) {
        endpoint.publishAcknowledgeHandler(ACKNOWLEDGED::add);
        endpoint.subscribeHandler(subscribe -> {
            endpoint.subscribeAcknowledge(subscribe.messageId(), List.of(MqttQoS.AT_LEAST_ONCE));
            bridge = endpoint;
            subscribe.topicSubscriptions().forEach(
                    topic -> SUBSCRIBED.add(topic.topicName() + " " + topic.qualityOfService().value()));
        });
        endpoint.accept(false);
    }

    private static void upload(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        UPLOADS.add(exchange.getRequestURI() + "\n" + body);
        try {
            byte[] answer = "{\"detail\": \"the reason\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(ANSWERS.take(), answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    /** With QoS 1. */
    static void publish(String topic, String picture, int messageId, boolean again) {
        bridge.publish(topic, Buffer.buffer(picture), MqttQoS.AT_LEAST_ONCE, again, false, messageId);
    }

    static void disconnect() {
        bridge.close();
    }

    @Override
    public void stop() {
        ingest.stop(0);
        vertx.close();
    }
}

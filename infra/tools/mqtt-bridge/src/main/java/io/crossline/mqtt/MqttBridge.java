package io.crossline.mqtt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.mqtt.session.ConstantReconnectDelayOptions;
import io.smallrye.reactive.messaging.mqtt.session.MqttClientSession;
import io.smallrye.reactive.messaging.mqtt.session.MqttClientSessionOptions;
import io.smallrye.reactive.messaging.mqtt.session.RequestedQoS;
import io.smallrye.reactive.messaging.mqtt.session.SessionEvent;
import io.smallrye.reactive.messaging.mqtt.session.SessionState;
import io.vertx.core.Vertx;
import io.vertx.mqtt.messages.MqttPublishMessage;

/**
 * Takes pictures from the broker, one after the other, with QoS 1, and acknowledges each once the ingest service has answered. It works with the session of
 * the MQTT connector and not with its channels, which acknowledge a message before it is worked on.
 */
@ApplicationScoped
@Readiness
class MqttBridge implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(MqttBridge.class);
    /** The largest that MQTT has. A message over the client's limit would end the connection, and come again and again. */
    private static final int LARGEST_MESSAGE = 268_435_455;
    private static final Duration RECONNECT_PAUSE = Duration.ofSeconds(1);

    private final BridgeConfig config;
    private final Delivery delivery;
    private final TopicPattern pattern;
    private final MqttClientSession session;
    private final CaptureTimes times = new CaptureTimes();
    /** The broker sends no more than it allows to be without an acknowledgement. */
    private final UnicastProcessor<Received> received = UnicastProcessor.create();
    private final AtomicInteger connection = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean();
    private Cancellable work = () -> {
    };

    MqttBridge(Vertx vertx, BridgeConfig config, Delivery delivery) {
        this.config = config;
        this.delivery = delivery;
        this.pattern = TopicPattern.parse(config.topic());
        this.session = MqttClientSession.create(vertx, options(config));
    }

    private static MqttClientSessionOptions options(BridgeConfig config) {
        MqttClientSessionOptions options = new MqttClientSessionOptions();
        options.setHostname(config.host()).setPort(config.port()).setClientId(config.clientId()).setCleanSession(false)
                .setMaxMessageSize(LARGEST_MESSAGE).setSsl(config.tls());
        options.setAutoAck(false);
        options.setReconnectDelay(new ConstantReconnectDelayOptions().setDelay(RECONNECT_PAUSE));
        options.setHostnameVerificationAlgorithm(config.tls() ? "HTTPS" : "");
        config.username().ifPresent(options::setUsername);
        config.password().ifPresent(options::setPassword);
        return options;
    }

    /** @param connection on which it came */
    private record Received(MqttPublishMessage message, int connection) {}

    void start(@Observes StartupEvent event) {
        work = received.onItem().transformToUniAndConcatenate(this::handle).subscribe().with(done -> {
        },
                e -> LOG.error("The bridge takes no more pictures", e));
        session.messageHandler(message -> received.onNext(new Received(message, connection.get())));
        session.sessionStateHandler(this::changed);
        // once connected: what the broker's session holds from before may be of another pattern
        session.start().onSuccess(connected -> session.subscribe(pattern.filter(), RequestedQoS.QOS_1));
    }

    private void changed(SessionEvent change) {
        if (change.getSessionState() == SessionState.CONNECTED) {
            away.set(false);
            LOG.infof("Takes pictures of %s from MQTT broker %s:%d", pattern.filter(), config.host(), config.port());
        } else if (change.getSessionState() == SessionState.DISCONNECTED) {
            connection.incrementAndGet();
            if (!away.getAndSet(true)) {
                LOG.warnf("MQTT broker %s:%d is away, the bridge tries on: %s", config.host(), config.port(),
                        change.getCause());
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        work.cancel();
        session.stop();
    }

    private Uni<Void> handle(Received each) {
        MqttPublishMessage message = each.message();
        if (each.connection() != connection.get()) {
            // it was not acknowledged, so that the broker delivers it again
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().deferred(() -> delivered(message)).invoke(() -> acknowledge(each))
                .onFailure().invoke(e -> LOG.errorf(e, "%s is not acknowledged", message.topicName()))
                .onFailure().recoverWithNull();
    }

    private Uni<Void> delivered(MqttPublishMessage message) {
        int bytes = message.payload().length();
        Optional<TopicPattern.Names> names = pattern.names(message.topicName());
        if (names.isEmpty()) {
            delivery.refused(message.topicName(), "is a topic of another pattern than " + config.topic());
        } else if (message.isRetain()) {
            delivery.refused(message.topicName(), "is a retained message, which the broker sends to each new session");
        } else if (bytes > config.maxBytes()) {
            delivery.refused(message.topicName(), "has " + bytes + " bytes, expected at most " + config.maxBytes());
        } else {
            return delivery.deliver(picture(message, names.get()));
        }
        return Uni.createFrom().voidItem();
    }

    private Delivery.Picture picture(MqttPublishMessage message, TopicPattern.Names names) {
        String capturedAt = names.capturedAt() == null
                ? times.of(message.topicName(), message.payload().getBytes(), message.isDup()).toString()
                : names.capturedAt();
        return new Delivery.Picture(message.topicName(), names.line(), names.partId(), capturedAt, message.payload());
    }

    private void acknowledge(Received each) {
        if (each.connection() == connection.get()) {
            each.message().ack();
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("MQTT broker").status(session.isConnected()).build();
    }
}

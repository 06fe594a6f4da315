package io.crossline.ingest.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the service knows what is on the bus: before, it could publish a batch twice. */
@Readiness
@ApplicationScoped
class CapturedTopicHealth implements HealthCheck {

    private final CapturedTopic topic;

    CapturedTopicHealth(CapturedTopic topic) {
        this.topic = topic;
    }

    @Override
    public HealthCheckResponse call() {
        String failure = topic.failure();
        return HealthCheckResponse.named("images.captured is read").status(topic.isCaughtUp())
                .withData("batches", topic.index().size())
                .withData("state", failure != null ? failure : topic.isCaughtUp() ? "caught up" : "catching up")
                .build();
    }
}

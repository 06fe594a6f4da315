package io.crossline.training.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import io.crossline.networks.backend.Backend;
import io.crossline.training.messaging.JobViews;
import io.crossline.training.messaging.TrainingThread;

/** Ready once ND4J has computed and the state of all jobs is known. The channels add Kafka's own checks. */
@Readiness
@ApplicationScoped
public class TrainingReadiness implements HealthCheck {

    private final TrainingThread trainingThread;
    private final JobViews views;
    private final Backend backend;

    @Inject
    TrainingReadiness(TrainingThread trainingThread, JobViews views, Backend backend) {
        this.trainingThread = trainingThread;
        this.views = views;
        this.backend = backend;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("training")
                .status(trainingThread.isReady() && views.areComplete() && views.failure().isEmpty())
                .withData("nd4jLoaded", trainingThread.isReady())
                .withData("backend", backend.id())
                .withData("jobsKnown", views.areComplete())
                .withData("topics", views.failure().orElse("followed"))
                .build();
    }
}

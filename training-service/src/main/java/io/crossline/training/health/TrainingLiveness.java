package io.crossline.training.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

import io.crossline.training.messaging.TrainingThread;

/** Down when no further job can run in this process. */
@Liveness
@ApplicationScoped
public class TrainingLiveness implements HealthCheck {

    private final TrainingThread trainingThread;

    @Inject
    TrainingLiveness(TrainingThread trainingThread) {
        this.trainingThread = trainingThread;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("training thread").status(!trainingThread.isStuck()).build();
    }
}

package io.crossline.evaluation.health;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import io.crossline.evaluation.scoring.CheckedArchives;
import io.smallrye.health.api.Wellness;

/** Down while archives in Kafka are not those that were evaluated. The service stays ready: all other models serve. */
@Wellness
@ApplicationScoped
public class ArchivesAsEvaluated implements HealthCheck {

    private final CheckedArchives archives;

    ArchivesAsEvaluated(CheckedArchives archives) {
        this.archives = archives;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, String> refusals = archives.refusals();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Archives are those that were evaluated")
                .status(refusals.isEmpty());
        refusals.forEach(response::withData);
        return response.build();
    }
}

package io.crossline.dashboard.upstream;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Asks all services at once whether they are ready. */
@ApplicationScoped
public class HealthMonitor {

    private final Upstream upstream;
    private final IngestClient ingest;
    private final TrainingClient training;
    private final TranslationClient translation;
    private final EvaluationClient evaluation;
    private final LauncherParts launcher;

    HealthMonitor(Upstream upstream, LauncherParts launcher, @RestClient IngestClient ingest,
            @RestClient TrainingClient training,
            @RestClient TranslationClient translation, @RestClient EvaluationClient evaluation) {
        this.upstream = upstream;
        this.launcher = launcher;
        this.ingest = ingest;
        this.training = training;
        this.translation = translation;
        this.evaluation = evaluation;
    }

    /** One entry a service, in the order of {@link Service}, then what else the launcher has to tell; never fails. */
    public Uni<List<ServiceHealth>> check() {
        return Uni.join()
                .all(List.of(health(Service.INGEST, ingest.ready()), health(Service.TRAINING, training.ready()),
                        health(Service.TRANSLATION, translation.ready()),
                        health(Service.EVALUATION, evaluation.ready())))
                .andFailFast().emitOn(Infrastructure.getDefaultExecutor()).map(launcher::complete);
    }

    private Uni<ServiceHealth> health(Service service, Uni<JsonNode> ready) {
        return upstream.of(service, ready).replaceWith(ServiceHealth.up(service))
                .onFailure(UpstreamException.class)
                .recoverWithItem(ServiceHealth::of);
    }
}

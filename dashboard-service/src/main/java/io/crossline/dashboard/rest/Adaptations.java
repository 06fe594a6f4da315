package io.crossline.dashboard.rest;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.crossline.dashboard.upstream.EvaluationClient;
import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.TrainingClient;
import io.crossline.dashboard.upstream.TranslationClient;
import io.crossline.dashboard.upstream.Upstream;
import io.smallrye.mutiny.Uni;

/** Gathers what the services know about adaptations. */
@ApplicationScoped
class Adaptations {

    private final Upstream upstream;
    private final TrainingClient training;
    private final TranslationClient translation;
    private final EvaluationClient evaluation;

    Adaptations(Upstream upstream, @RestClient TrainingClient training, @RestClient TranslationClient translation,
            @RestClient EvaluationClient evaluation) {
        this.upstream = upstream;
        this.training = training;
        this.translation = translation;
        this.evaluation = evaluation;
    }

    /** From training-service; while that is down, the finished ones that evaluation-service keeps. */
    Uni<Panel> all() {
        Uni<Panel> running = Panel.of(upstream.of(Service.TRAINING, training.adaptations()));
        return running.flatMap(found -> found.state() == Panel.State.READY
                ? Uni.createFrom().item(found)
                : finished().map(kept -> kept.state() == Panel.State.READY ? kept : found));
    }

    private Uni<Panel> finished() {
        return Panel.of(upstream.of(Service.EVALUATION, evaluation.adaptations()));
    }

    Uni<AdaptationView> one(UUID id) {
        String adaptation = id.toString();
        return Uni.combine().all()
                .unis(Panel.of(upstream.of(Service.TRAINING, training.adaptation(adaptation))),
                        Panel.of(upstream.of(Service.TRAINING, training.jobs(adaptation))),
                        Panel.of(upstream.of(Service.EVALUATION, evaluation.summary(adaptation))),
                        Panel.of(upstream.of(Service.EVALUATION, evaluation.evaluations(adaptation))),
                        Panel.of(upstream.of(Service.TRANSLATION, translation.generators())))
                .asTuple().map(found -> new AdaptationView(id, found.getItem1(), found.getItem2(), found.getItem3(),
                        found.getItem4(), found.getItem5()));
    }
}

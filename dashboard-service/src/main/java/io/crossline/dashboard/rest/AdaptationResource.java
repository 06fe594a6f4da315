package io.crossline.dashboard.rest;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.TrainingClient;
import io.crossline.dashboard.upstream.Upstream;
import io.smallrye.mutiny.Uni;

/** Adaptations and their jobs, for the page. */
@Path("/api")
public class AdaptationResource {

    private final Upstream upstream;
    private final TrainingClient training;
    private final Adaptations adaptations;

    AdaptationResource(Upstream upstream, @RestClient TrainingClient training, Adaptations adaptations) {
        this.upstream = upstream;
        this.training = training;
        this.adaptations = adaptations;
    }

    @GET
    @Path("/adaptations")
    public Uni<Panel> all() {
        return adaptations.all();
    }

    /** Starts an adaptation; body and answer are those of training-service. */
    @POST
    @Path("/adaptations")
    public Uni<Response> adapt(@NotNull JsonNode request) {
        return upstream.of(Service.TRAINING, training.adapt(request)).map(UpstreamAnswers::json);
    }

    @GET
    @Path("/adaptations/{id}")
    public Uni<AdaptationView> one(@RestPath UUID id) {
        return adaptations.one(id);
    }

    /** A job with the history of its losses. */
    @GET
    @Path("/jobs/{id}")
    public Uni<JsonNode> job(@RestPath UUID id) {
        return upstream.of(Service.TRAINING, training.job(id.toString()));
    }

    /** Cancels a job; it ends with the state CANCELLED, which comes as progress. */
    @DELETE
    @Path("/jobs/{id}")
    public Uni<Response> cancel(@RestPath UUID id) {
        return upstream.of(Service.TRAINING, training.cancel(id.toString()))
                .map(answer -> Response.accepted().build());
    }
}

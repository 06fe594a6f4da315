package io.crossline.dashboard.upstream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** Scores of models. */
@RegisterRestClient(configKey = "evaluation")
@Produces(MediaType.APPLICATION_JSON)
public interface EvaluationClient {

    @GET
    @Path("/adaptations")
    Uni<JsonNode> adaptations();

    @GET
    @Path("/adaptations/{id}/summary")
    Uni<JsonNode> summary(@PathParam("id") String adaptationId);

    @GET
    @Path("/evaluations")
    Uni<JsonNode> evaluations(@QueryParam("adaptation") String adaptationId);

    /** Of all adaptations. */
    @GET
    @Path("/evaluations")
    Uni<JsonNode> newest(@QueryParam("limit") int limit);

    @GET
    @Path("/evaluations/{version}")
    Uni<JsonNode> evaluation(@PathParam("version") String modelVersion);

    @GET
    @Path("/evaluations/{version}/projection")
    Uni<JsonNode> projection(@PathParam("version") String modelVersion);

    /** Lines with the model that serves each, by name, after the given one. */
    @GET
    @Path("/lines")
    Uni<JsonNode> lines(@QueryParam("after") String after, @QueryParam("limit") int limit);

    /** A line's windows of images, newest first. */
    @GET
    @Path("/lines/{line}/windows")
    Uni<JsonNode> windows(@PathParam("line") String line, @QueryParam("limit") int limit);

    /** A line's champions, newest first. */
    @GET
    @Path("/lines/{line}/promotions")
    Uni<JsonNode> promotions(@PathParam("line") String line);

    @GET
    @Path("/q/health/ready")
    Uni<JsonNode> ready();
}

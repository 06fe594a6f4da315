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

    @GET
    @Path("/evaluations/{version}")
    Uni<JsonNode> evaluation(@PathParam("version") String modelVersion);

    /** The state of each line in a few figures, by name. */
    @GET
    @Path("/line-overview")
    Uni<JsonNode> overview(@QueryParam("limit") int limit);

    @GET
    @Path("/q/health/ready")
    Uni<JsonNode> ready();
}

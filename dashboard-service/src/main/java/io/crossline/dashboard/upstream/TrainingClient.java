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

/** Adaptations and their jobs. */
@RegisterRestClient(configKey = "training")
@Produces(MediaType.APPLICATION_JSON)
public interface TrainingClient {

    @GET
    @Path("/adaptations")
    Uni<JsonNode> adaptations();

    @GET
    @Path("/adaptations/{id}")
    Uni<JsonNode> adaptation(@PathParam("id") String id);

    /** The jobs of an adaptation with the history of their losses. */
    @GET
    @Path("/jobs")
    Uni<JsonNode> jobs(@QueryParam("adaptation") String adaptationId);

    @GET
    @Path("/q/health/ready")
    Uni<JsonNode> ready();
}

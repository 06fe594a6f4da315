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

/**
 * What evaluation-service knows of one line. Apart from {@link EvaluationClient}
 * because histories may take longer than a panel waits.
 */
@RegisterRestClient(configKey = "loop")
@Produces(MediaType.APPLICATION_JSON)
public interface LoopClient {

    /** Windows of the line's images, newest first. */
    @GET
    @Path("/lines/{line}/windows")
    Uni<JsonNode> windows(@PathParam("line") String line, @QueryParam("limit") int limit);

    /** The line's champions, newest first. */
    @GET
    @Path("/lines/{line}/promotions")
    Uni<JsonNode> promotions(@PathParam("line") String line, @QueryParam("limit") int limit);

    /** Which model served at an instant, and what it was trained on. */
    @GET
    @Path("/lines/{line}/serving")
    Uni<JsonNode> served(@PathParam("line") String line, @QueryParam("at") String at);
}

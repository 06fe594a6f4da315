package io.crossline.dashboard.upstream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** Lines and their newest images. */
@RegisterRestClient(configKey = "ingest")
@Produces(MediaType.APPLICATION_JSON)
public interface IngestClient {

    @GET
    @Path("/lines")
    Uni<JsonNode> lines();

    /** What a line has sent, and what it is registered with. */
    @GET
    @Path("/lines/{line}")
    Uni<JsonNode> line(@PathParam("line") String line);

    /** A few of the line's newest picture files. */
    @GET
    @Path("/lines/{line}/pictures")
    Uni<JsonNode> pictures(@PathParam("line") String line);

    /** What in the watched root is no line's folder. */
    @GET
    @Path("/watched/refused")
    Uni<JsonNode> watchedRefused();

    /** All that are remembered, newest first. */
    @GET
    @Path("/ingestions")
    Uni<JsonNode> ingestions();

    @GET
    @Path("/q/health/ready")
    Uni<JsonNode> ready();
}

package io.crossline.dashboard.upstream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

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

    /** A contact sheet of the newest batch, PNG. */
    @GET
    @Path("/lines/{line}/preview")
    @Produces("image/png")
    Uni<Response> preview(@PathParam("line") String line, @QueryParam("count") int count);

    /** What a line has sent, and what it is registered with. */
    @GET
    @Path("/lines/{line}")
    Uni<JsonNode> line(@PathParam("line") String line);

    /** Changes what a line is registered with; how its images are made of picture files among it. */
    @PUT
    @Path("/lines/{line}")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> register(@PathParam("line") String line, JsonNode registration);

    /** A few of the line's newest picture files. */
    @GET
    @Path("/lines/{line}/pictures")
    Uni<JsonNode> pictures(@PathParam("line") String line);

    /** One of them as the camera sent it, JPEG. */
    @GET
    @Path("/lines/{line}/pictures/{id}/sent")
    @Produces("image/jpeg")
    Uni<Response> pictureSent(@PathParam("line") String line, @PathParam("id") String id);

    /** One of them as the model sees it, PNG. */
    @GET
    @Path("/lines/{line}/pictures/{id}/seen")
    @Produces("image/png")
    Uni<Response> pictureSeen(@PathParam("line") String line, @PathParam("id") String id);

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

package io.crossline.dashboard.upstream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/**
 * The loop of evaluation-service: a line in use, its cycles, its labels and its audit. Apart from {@link EvaluationClient}
 * because pictures and queues are computed on request and may take longer than a panel waits.
 */
@RegisterRestClient(configKey = "loop")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface LoopClient {

    @GET
    @Path("/lines/{line}")
    Uni<JsonNode> line(@PathParam("line") String line);

    /** What people know of the line. */
    @GET
    @Path("/lines/{line}/settings")
    Uni<JsonNode> settings(@PathParam("line") String line);

    @PUT
    @Path("/lines/{line}/settings")
    Uni<Response> configure(@PathParam("line") String line, JsonNode request);

    /** What the line's newest images say of its mix of classes. */
    @GET
    @Path("/lines/{line}/mix")
    Uni<JsonNode> mix(@PathParam("line") String line);

    /** Windows of the line's images, newest first. */
    @GET
    @Path("/lines/{line}/windows")
    Uni<JsonNode> windows(@PathParam("line") String line, @QueryParam("limit") int limit);

    /** The line's champions, newest first. */
    @GET
    @Path("/lines/{line}/promotions")
    Uni<JsonNode> promotions(@PathParam("line") String line, @QueryParam("limit") int limit);

    /** Turns of the loop, newest first. */
    @GET
    @Path("/lines/{line}/cycles")
    Uni<JsonNode> cycles(@PathParam("line") String line, @QueryParam("limit") int limit);

    /** Which model served at an instant, and what it was trained on. */
    @GET
    @Path("/lines/{line}/serving")
    Uni<JsonNode> served(@PathParam("line") String line, @QueryParam("at") String at);

    @PUT
    @Path("/lines/{line}/champion")
    Uni<Response> promote(@PathParam("line") String line, JsonNode request);

    @POST
    @Path("/lines/{line}/rollback")
    Uni<Response> rollBack(@PathParam("line") String line, JsonNode request);

    @PUT
    @Path("/lines/{line}/loop")
    Uni<Response> change(@PathParam("line") String line, JsonNode request);

    @PUT
    @Path("/lines/{line}/compared")
    Uni<Response> compare(@PathParam("line") String line, JsonNode request);

    @POST
    @Path("/lines/{line}/cycles")
    Uni<Response> adapt(@PathParam("line") String line, JsonNode request);

    /** A contact sheet of what the serving model was trained on, PNG. */
    @GET
    @Path("/lines/{line}/examples/then")
    @Produces("image/png")
    Uni<Response> then(@PathParam("line") String line);

    /** A contact sheet of the newest captured pictures, PNG. */
    @GET
    @Path("/lines/{line}/examples/now")
    @Produces("image/png")
    Uni<Response> now(@PathParam("line") String line, @QueryParam("count") int count);

    /** What the serving model said of a part, newest first. */
    @GET
    @Path("/lines/{line}/predictions")
    Uni<JsonNode> part(@PathParam("line") String line, @QueryParam("partId") String partId,
            @QueryParam("limit") int limit);

    /** One captured image, PNG. */
    @GET
    @Path("/lines/{line}/pictures/{partition}/{offset}/{image}")
    @Produces("image/png")
    Uni<Response> picture(@PathParam("line") String line, @PathParam("partition") int partition,
            @PathParam("offset") long offset, @PathParam("image") int image);

    @GET
    @Path("/lines/{line}/label-queue")
    Uni<JsonNode> labelQueue(@PathParam("line") String line, @QueryParam("limit") int limit);

    @GET
    @Path("/lines/{line}/labels")
    Uni<JsonNode> labels(@PathParam("line") String line);

    @POST
    @Path("/lines/{line}/labels")
    Uni<Response> label(@PathParam("line") String line, JsonNode request);

    /** Frames of the camera that are unusable, newest first, and how many each check marked. */
    @GET
    @Path("/lines/{line}/unusable")
    Uni<JsonNode> unusable(@PathParam("line") String line, @QueryParam("limit") int limit);

    /** Images of unknown kinds, in groups. */
    @GET
    @Path("/lines/{line}/unknown")
    Uni<JsonNode> unknown(@PathParam("line") String line, @QueryParam("pictures") int pictures);

    @POST
    @Path("/lines/{line}/unknown/names")
    Uni<Response> name(@PathParam("line") String line, JsonNode request);

    /** Entries of the audit, newest first; of every line where {@code line} is null. */
    @GET
    @Path("/audit")
    Uni<JsonNode> audit(@QueryParam("line") String line, @QueryParam("limit") int limit);

    @GET
    @Path("/audit/verification")
    Uni<JsonNode> verification();
}

package io.crossline.dashboard.upstream;

import jakarta.ws.rs.GET;
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

    @GET
    @Path("/q/health/ready")
    Uni<JsonNode> ready();
}

package io.crossline.dashboard.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.dashboard.upstream.LoopClient;
import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.Upstream;
import io.smallrye.mutiny.Uni;

/** A line's images of unknown kinds. */
@Path("/api/serving/{line}/unknown")
public class LineUnknownResource {

    private static final int MOST = 100;

    private final Upstream upstream;
    private final LoopClient loop;

    LineUnknownResource(Upstream upstream, @RestClient LoopClient loop) {
        this.upstream = upstream;
        this.loop = loop;
    }

    /** Groups of images that are like each other and like nothing known. */
    @GET
    public Uni<JsonNode> unknown(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @QueryParam("pictures") @DefaultValue("12") @Min(0) @Max(MOST) int pictures) {
        return upstream.of(Service.EVALUATION, loop.unknown(line, pictures));
    }

    /** Names the kind of some of them. */
    @POST
    @Path("/names")
    public Uni<Response> name(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @NotNull JsonNode request) {
        return upstream.of(Service.EVALUATION, loop.name(line, request)).map(UpstreamAnswers::json);
    }
}

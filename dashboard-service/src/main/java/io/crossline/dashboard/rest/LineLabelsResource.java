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

/** The labels that people give to a line's pictures. */
@Path("/api/serving/{line}/labels")
public class LineLabelsResource {

    private static final int MOST = 100;

    private final Upstream upstream;
    private final LoopClient loop;

    LineLabelsResource(Upstream upstream, @RestClient LoopClient loop) {
        this.upstream = upstream;
        this.loop = loop;
    }

    /** How many labels were given, by class, and what each was worth. */
    @GET
    public Uni<JsonNode> labels(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line) {
        return upstream.of(Service.EVALUATION, loop.labels(line));
    }

    /** The pictures whose labels would help most. */
    @GET
    @Path("/queue")
    public Uni<JsonNode> queue(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(MOST) int limit) {
        return upstream.of(Service.EVALUATION, loop.labelQueue(line, limit));
    }

    /** Labels one picture: 201 a new label, 200 the same again, 409 another one, unless {@code "replace": true}. */
    @POST
    public Uni<Response> label(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @NotNull JsonNode request) {
        return upstream.of(Service.EVALUATION, loop.label(line, request)).map(UpstreamAnswers::json);
    }
}

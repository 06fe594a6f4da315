package io.crossline.dashboard.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.dashboard.upstream.LoopClient;
import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.Upstream;
import io.smallrye.mutiny.Uni;

/** Frames of a line's camera that are unusable. */
@Path("/api/serving/{line}/unusable")
public class LineUnusableResource {

    private static final int MOST = 100;

    private final Upstream upstream;
    private final LoopClient loop;

    LineUnusableResource(Upstream upstream, @RestClient LoopClient loop) {
        this.upstream = upstream;
        this.loop = loop;
    }

    /** How many each check marked, and the newest ones. */
    @GET
    public Uni<JsonNode> unusable(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @QueryParam("limit") @DefaultValue("12") @Min(0) @Max(MOST) int limit) {
        return upstream.of(Service.EVALUATION, loop.unusable(line, limit));
    }
}

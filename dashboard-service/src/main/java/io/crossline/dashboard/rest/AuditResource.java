package io.crossline.dashboard.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.dashboard.upstream.LoopClient;
import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.Upstream;
import io.smallrye.mutiny.Uni;

/** Who or what did what to which line, and whether the record of it is whole. */
@Path("/api/audit")
public class AuditResource {

    private static final int MOST = 1000;

    private final Upstream upstream;
    private final LoopClient loop;

    AuditResource(Upstream upstream, @RestClient LoopClient loop) {
        this.upstream = upstream;
        this.loop = loop;
    }

    /** Entries newest first, of one line or of all. */
    @GET
    public Uni<JsonNode> entries(@QueryParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(MOST) int limit) {
        return upstream.of(Service.EVALUATION, loop.audit(line, limit));
    }

    /** Whether every entry's hash still fits the one before it. */
    @GET
    @Path("/verification")
    public Uni<JsonNode> verification() {
        return upstream.of(Service.EVALUATION, loop.verification());
    }
}

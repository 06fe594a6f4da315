package io.crossline.evaluation.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.crossline.evaluation.mix.LineMix;
import io.crossline.evaluation.mix.LineMixes;
import io.crossline.service.security.Roles;
import io.smallrye.common.annotation.Blocking;

@Path("/lines/{line}/mix")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Settings")
@RolesAllowed(Roles.VIEWER)
public class LineMixResource {

    private final LineMixes mixes;

    LineMixResource(LineMixes mixes) {
        this.mixes = mixes;
    }

    @GET
    @Operation(summary = "The line's mix of classes: what people told, and what its newest images say", description = "Estimated by the serving model, with 95 % intervals; at most 30 seconds old.")
    @APIResponse(responseCode = "200", description = "Also where nothing can be estimated: then without classes, and the summary says why")
    public LineMix get(@RestPath String line) {
        return mixes.of(line);
    }
}

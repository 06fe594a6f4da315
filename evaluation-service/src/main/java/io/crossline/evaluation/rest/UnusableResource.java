package io.crossline.evaluation.rest;

import java.time.Duration;
import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.crossline.evaluation.store.FrameStore;
import io.crossline.service.security.Roles;
import io.smallrye.common.annotation.Blocking;

@Path("/lines/{line}/unusable")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Lines", description = "Which model serves each line, and what it says of the line's batches")
@RolesAllowed(Roles.VIEWER)
public class UnusableResource {

    private final FrameStore frames;

    UnusableResource(FrameStore frames) {
        this.frames = frames;
    }

    @GET
    @Operation(summary = "The line's frames that are unusable, and why", description = "No model predicts them and nothing learns from them. Also for a line without a champion.")
    public UnusableView unusable(@RestPath String line,
            @Parameter(description = "Newest frames that are told, at most") @QueryParam("limit") @DefaultValue("12") @Min(0) @Max(1000) int limit,
            @Parameter(description = "Hours over which frames are counted") @QueryParam("hours") @DefaultValue("24") @Min(1) @Max(2400) int hours) {
        return new UnusableView(frames.fault(line).orElse(null), hours,
                frames.counts(line, Instant.now().minus(Duration.ofHours(hours))),
                frames.newest(line, limit).stream().map(UnusableView.Frame::of).toList());
    }
}

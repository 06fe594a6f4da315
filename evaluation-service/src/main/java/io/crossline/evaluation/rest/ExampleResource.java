package io.crossline.evaluation.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.crossline.evaluation.pictures.Examples;
import io.crossline.service.problem.Problems;
import io.crossline.service.security.Roles;
import io.smallrye.common.annotation.Blocking;

@Path("/lines/{line}/examples")
@Produces("image/png")
@Blocking
@Tag(name = "Lines", description = "Which model serves each line, and what it says of the line's batches")
@RolesAllowed(Roles.VIEWER)
public class ExampleResource {

    private final Examples examples;

    ExampleResource(Examples examples) {
        this.examples = examples;
    }

    @GET
    @Path("/then")
    @Operation(summary = "Images of the line that its serving model was trained on, in one picture")
    @APIResponse(responseCode = "200", description = "PNG, six images a row")
    @APIResponse(responseCode = "404", description = "No model serves the line, or its training images are gone")
    public byte[] then(@RestPath String line, @QueryParam("count") @DefaultValue("12") @Min(1) @Max(96) int count) {
        return examples.then(line, count)
                .orElseThrow(() -> Problems.notFound("line", line, "training image in Kafka for line"));
    }

    @GET
    @Path("/now")
    @Operation(summary = "The line's newest images that a model predicted, in one picture, the newest first")
    @APIResponse(responseCode = "200", description = "PNG, six images a row")
    @APIResponse(responseCode = "404", description = "There are none, or they are gone")
    public byte[] now(@RestPath String line, @QueryParam("count") @DefaultValue("12") @Min(1) @Max(96) int count) {
        return examples.now(line, count)
                .orElseThrow(() -> Problems.notFound("line", line, "captured image in Kafka for line"));
    }
}

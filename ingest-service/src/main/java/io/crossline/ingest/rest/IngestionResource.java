package io.crossline.ingest.rest;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.datasets.ingestion.Ingestion;
import io.crossline.datasets.ingestion.Ingestions;
import io.crossline.service.problem.Problems;
import io.crossline.service.security.Roles;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Ingestions: start, show, cancel. */
@Path("/ingestions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ingestions", description = "Carry a whole data set to Kafka")
@RolesAllowed(Roles.VIEWER)
public class IngestionResource {

    private final Ingestions ingestions;

    IngestionResource(Ingestions ingestions) {
        this.ingestions = ingestions;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Start an ingestion", description = "Runs in the background. The same request again finds every "
            + "batch in Kafka already and ends with the same selections.")
    @APIResponse(responseCode = "202", description = "Started; Location is its address", content = @Content(schema = @Schema(implementation = Ingestion.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; 'field' says which")
    public Response start(@Valid NewIngestion request) {
        if (request == null) {
            throw new InvalidFieldException("body", "must not be empty: expected line and spec as JSON");
        }
        Ingestion started = ingestions.start(request.toRequest());
        return Response.accepted(started).location(URI.create("/ingestions/" + started.id())).build();
    }

    @GET
    @Operation(summary = "All ingestions, newest first")
    public List<Ingestion> list() {
        return ingestions.list();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far an ingestion is")
    @APIResponse(responseCode = "200", description = "Its progress; 'selections' once it is completed")
    @APIResponse(responseCode = "404", description = "No such ingestion, or it is forgotten")
    public Ingestion get(UUID id) {
        return ingestions.find(id).orElseThrow(() -> notFound(id));
    }

    @DELETE
    @RolesAllowed(Roles.OPERATOR)
    @Path("/{id}")
    @Operation(summary = "Cancel an ingestion", description = "What is in Kafka stays there. One that has ended stays as it is.")
    @APIResponse(responseCode = "200", description = "Its state; CANCELLED once the batches under way are in Kafka")
    @APIResponse(responseCode = "404", description = "No such ingestion, or it is forgotten")
    public Ingestion cancel(UUID id) {
        return ingestions.cancel(id).orElseThrow(() -> notFound(id));
    }

    private static HttpProblem notFound(UUID id) {
        return Problems.missing("id", "There is no ingestion " + id);
    }
}

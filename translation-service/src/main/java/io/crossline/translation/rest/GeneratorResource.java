package io.crossline.translation.rest;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.kafka.SelectionUnavailableException;
import io.crossline.networks.archive.CorruptArchiveException;
import io.crossline.service.security.Roles;
import io.crossline.translation.backfill.ProgressBoard;
import io.crossline.translation.gallery.Galleries;
import io.crossline.translation.gallery.Gallery;
import io.crossline.translation.generator.GeneratorCatalog;
import io.crossline.translation.generator.UnknownGeneratorException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;

@Path("/generators")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Generators", description = "Accepted generators, their progress and sample images")
@RolesAllowed(Roles.VIEWER)
public class GeneratorResource {

    private final GeneratorCatalog catalog;
    private final ProgressBoard board;
    private final Galleries galleries;

    GeneratorResource(GeneratorCatalog catalog, ProgressBoard board, Galleries galleries) {
        this.catalog = catalog;
        this.board = board;
        this.galleries = galleries;
    }

    @GET
    @Operation(summary = "Accepted generators and how far each has translated its source line's training images")
    public List<GeneratorView> list() {
        return catalog.all().stream()
                .map(generator -> GeneratorView.of(generator, board.of(generator.modelVersion()))).toList();
    }

    @GET
    @Path("/{modelVersion}/gallery")
    @Operation(summary = "One column a class: source original, target original, generated target, reconstructed source", description = "Images are PNG data URIs in their own size.")
    @APIResponse(responseCode = "200", description = "A column for each class that the source line has images of")
    @APIResponse(responseCode = "404", description = "There are no such generators")
    @APIResponse(responseCode = "409", description = "The model is no generator pair, is damaged, or its images are gone")
    public Gallery gallery(@PathParam("modelVersion") String modelVersion) {
        try {
            return galleries.of(modelVersion);
        } catch (UnknownGeneratorException e) {
            throw problem(Response.Status.NOT_FOUND, e);
        } catch (InvalidFieldException | CorruptArchiveException | SelectionUnavailableException e) {
            throw problem(Response.Status.CONFLICT, e);
        }
    }

    private static HttpProblem problem(Response.Status status, RuntimeException cause) {
        return HttpProblem.builder().withStatus(status).withTitle(status.getReasonPhrase())
                .withDetail(cause.getMessage()).with("field", "modelVersion").build();
    }
}

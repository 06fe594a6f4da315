package io.crossline.evaluation.rest;

import java.util.List;
import java.util.Map;

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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.crossline.contracts.Topics;
import io.crossline.evaluation.scoring.PlacedImage;
import io.crossline.evaluation.scoring.PlacedImages;
import io.crossline.evaluation.store.PartStore;
import io.crossline.evaluation.store.PredictionStore;
import io.crossline.evaluation.store.RecordedPrediction;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.pictures.ImageFile;
import io.crossline.service.problem.Problems;
import io.crossline.service.security.Roles;
import io.smallrye.common.annotation.Blocking;

@Path("/lines/{line}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Lines", description = "Which model serves each line, and what it says of the line's batches")
@RolesAllowed({Roles.VIEWER, Roles.PRODUCER})
public class PredictionResource {

    private final PredictionStore batches;
    private final PartStore parts;
    private final PlacedImages images;

    PredictionResource(PredictionStore batches, PartStore parts, PlacedImages images) {
        this.batches = batches;
        this.parts = parts;
        this.images = images;
    }

    @GET
    @Path("/predictions")
    @Operation(summary = "Predictions of the line's batches in numbers, or of one part, newest first", description = "A prediction for each image is on the topic crossline.predictions.v1.")
    @APIResponse(responseCode = "200", description = "Without partId an entry a batch; with it an entry for each image of the part, none where no model has predicted one", content = @Content(schema = @Schema(type = SchemaType.ARRAY, anyOf = {
            RecordedPrediction.class, PartView.class})))
    @APIResponse(responseCode = "400", description = "partId is empty")
    public List<?> predictions(@RestPath String line, @QueryParam("partId") String partId,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        if (partId == null) {
            return batches.predictions(line, limit);
        }
        if (partId.isBlank()) {
            throw Problems.invalid("partId", "is empty, expected the part id that the images were sent with");
        }
        return parts.predictions(line, partId, limit).stream().map(part -> PartView.of(line, part)).toList();
    }

    @GET
    @Path("/pictures/{partition}/{offset}/{image}")
    @Produces("image/png")
    @Operation(summary = "One captured image as the model sees it", description = "The place of an image is in the predictions and in the answer to its upload.")
    @APIResponse(responseCode = "200", description = "PNG")
    @APIResponse(responseCode = "404", description = "The line has no such image, or it is no longer in Kafka")
    public byte[] picture(@RestPath String line, @RestPath @Min(0) int partition, @RestPath @Min(0) long offset,
            @RestPath @Min(0) int image) {
        ImagePlace place = new ImagePlace(Topics.IMAGES_CAPTURED, partition, offset, image);
        Map<ImagePlace, PlacedImage> found = images.read(line, List.of(place));
        if (!found.containsKey(place)) {
            throw Problems.notFound("image", place, "image of line " + line + " at");
        }
        return ImageFile.png(found.get(place).shape(), found.get(place).pixels());
    }
}

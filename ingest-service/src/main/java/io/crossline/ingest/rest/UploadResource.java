package io.crossline.ingest.rest;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.CloudEventHeaders;
import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.ImageBatchCodec;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.datasets.ingestion.BatchTarget;
import io.crossline.ingest.capture.CaptureClock;
import io.crossline.ingest.capture.ImageIntake;
import io.crossline.ingest.capture.ImageResult;
import io.crossline.service.security.Roles;

/** Uploads of image files and of whole batches. */
@Path("/lines/{line}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Uploads", description = "Publish images of a line as they come")
@RolesAllowed({Roles.OPERATOR, Roles.PRODUCER})
public class UploadResource {

    private final ImageIntake intake;
    private final BatchTarget target;
    private final CaptureClock clock;

    UploadResource(ImageIntake intake, BatchTarget target, CaptureClock clock) {
        this.clock = clock;
        this.intake = intake;
        this.target = target;
    }

    @POST
    @Path("/images")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Publish image files", description = "Each file is judged by itself; the good ones go out.")
    @APIResponse(responseCode = "200", description = "A result for each file, in order, with its place in Kafka; at least one is there")
    @APIResponse(responseCode = "507", description = "The broker takes no images, as its disk is nearly full")
    @APIResponse(responseCode = "400", description = "No file can be used, 'results' says why; or 'field' is wrong")
    public List<ImageResult> images(String line, @BeanParam ImageUploadForm form) {
        List<ImageResult> results = inKafka(() -> intake.publish(form.target(line), form.images(clock)));
        if (results.stream().noneMatch(ImageResult::accepted)) {
            throw IntakeProblems.noImage(results);
        }
        return results;
    }

    @POST
    @Path("/batches")
    @Consumes(CloudEventHeaders.AVRO)
    @Operation(summary = "Publish a whole batch", description = "Body: Avro single-object encoding of image-batch.avsc.")
    @APIResponse(responseCode = "200", description = "Where it is in Kafka")
    @APIResponse(responseCode = "507", description = "The broker takes no images, as its disk is nearly full")
    @APIResponse(responseCode = "400", description = "It is no batch, or breaks the contract; 'field' says where")
    public PublishedRecord batch(String line, byte[] body) {
        ImageBatch batch = ImageBatchCodec.decode(body);
        if (!batch.line().equals(BatchOrigin.requireLineName(line))) {
            throw new InvalidFieldException("line", "is '" + batch.line() + "' in the batch, expected '" + line + "'");
        }
        if (batch.origin().translation() != null) {
            throw new InvalidFieldException("translation",
                    "is set, expected none: these are images that a line captured");
        }
        return PublishedRecord.of(inKafka(() -> target.publish(batch).join()));
    }

    private static <T> T inKafka(Supplier<T> publish) {
        try {
            return publish.get();
        } catch (CompletionException e) {
            throw IntakeProblems.kafkaUnavailable(e.getCause());
        }
    }
}

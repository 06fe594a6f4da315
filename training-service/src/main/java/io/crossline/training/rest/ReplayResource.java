package io.crossline.training.rest;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.ModelManifest;
import io.crossline.networks.archive.CorruptArchiveException;
import io.crossline.service.problem.Problems;
import io.crossline.service.security.Roles;
import io.crossline.training.jobs.JobRegistry;
import io.crossline.training.jobs.ReplayPlan;
import io.crossline.training.messaging.JobPublisher;
import io.crossline.training.store.ModelStore;

/** Replays: a published model's training done once more, to see whether it gives the same parameters. */
@Path("/replays")
@Tag(name = "Replays")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public class ReplayResource {

    /** The job that repeats the training. */
    public record ReplayView(UUID jobId) {}

    private final ModelStore store;
    private final JobPublisher publisher;
    private final JobRegistry registry;
    private final Clock clock;

    @Inject
    ReplayResource(ModelStore store, JobPublisher publisher, JobRegistry registry, Clock clock) {
        this.store = store;
        this.publisher = publisher;
        this.registry = registry;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Repeat a model's training", description = "Publishes a job that trains from the same images, parent, hyperparameters and seed and publishes no model. Its last message says whether the parameters are the same, bit for bit; so does its metric sameParameters, 1 or 0. It fails where the images, the parent or the preset are not what they were.")
    @APIResponse(responseCode = "202", description = "The job is queued", content = @Content(schema = @Schema(implementation = ReplayView.class)))
    @APIResponse(responseCode = "400", description = "problem+json with the field at fault")
    @APIResponse(responseCode = "404", description = "There is no such model")
    @APIResponse(responseCode = "409", description = "The model's archive is damaged")
    @APIResponse(responseCode = "503", description = "Kafka does not answer")
    public Response request(@NotNull @Valid ReplayRequest asked) {
        String version = asked.modelVersion();
        ModelManifest model = manifest(version)
                .orElseThrow(() -> Problems.notFound("modelVersion", version, "trained model"));
        JobRequested job = new ReplayPlan(model).job(clock.instant());
        try {
            publisher.request(job);
        } catch (RuntimeException e) {
            throw Problems.kafkaUnavailable(e);
        }
        registry.requested(job);
        return Response.accepted(new ReplayView(job.jobId())).location(URI.create("/jobs/" + job.jobId())).build();
    }

    private Optional<ModelManifest> manifest(String version) {
        try {
            return store.manifest(version);
        } catch (CorruptArchiveException e) {
            throw Problems.conflict("modelVersion", "The model " + version + " is damaged: " + e.getMessage());
        } catch (RuntimeException e) {
            throw Problems.kafkaUnavailable(e);
        }
    }
}

package io.crossline.training.rest;

import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.crossline.contracts.JobRequested;
import io.crossline.service.problem.Problems;
import io.crossline.service.security.Roles;
import io.crossline.training.Numerics;
import io.crossline.training.jobs.AdaptationPlan;
import io.crossline.training.jobs.JobRegistry;
import io.crossline.training.jobs.JobStatus;
import io.crossline.training.messaging.JobPublisher;

/** Adaptations: one request, a job a method. */
@Path("/adaptations")
@Tag(name = "Adaptations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public class AdaptationResource {

    private final RequestCheck check;
    private final TargetClasses classes;
    private final JobPublisher publisher;
    private final JobRegistry registry;
    private final Numerics numerics;
    private final Clock clock;

    @Inject
    AdaptationResource(RequestCheck check, TargetClasses classes, JobPublisher publisher,
            JobRegistry registry,
            Numerics numerics,
            Clock clock) {
        this.check = check;
        this.classes = classes;
        this.publisher = publisher;
        this.registry = registry;
        this.numerics = numerics;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Request an adaptation", description = "Publishes one job a method; the source classifier always comes first, since the other methods start from it. The answer compares the classes with those of the target line: models are scored on the common ones.")
    @APIResponse(responseCode = "202", description = "The jobs are queued")
    @APIResponse(responseCode = "400", description = "problem+json with the field at fault")
    public Response request(@NotNull @Valid AdaptationRequest asked) {
        AdaptationPlan plan = check.plan(asked);
        classes.requireCommon(asked);
        List<JobRequested> jobs = plan.jobs(UUID.randomUUID(), clock.instant());
        for (JobRequested job : jobs) {
            publish(job);
            registry.requested(job);
        }
        UUID id = jobs.get(0).adaptationId();
        return Response.accepted(view(registry.ofAdaptation(id))).location(URI.create("/adaptations/" + id)).build();
    }

    @GET
    @Operation(summary = "All adaptations, the newest first", description = "Replays are none: they are among /jobs.")
    public List<AdaptationView> all() {
        Map<UUID, List<JobStatus>> byAdaptation = registry.all().stream()
                .filter(job -> job.request().replayOf() == null).collect(Collectors.groupingBy(
                        job -> job.request().adaptationId(), LinkedHashMap::new, Collectors.toList()));
        return byAdaptation.values().stream().map(this::view)
                .sorted(Comparator.comparing(AdaptationView::createdAt).reversed()).toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One adaptation with its jobs")
    @APIResponse(responseCode = "200", description = "The adaptation")
    @APIResponse(responseCode = "404", description = "There is none of this id")
    public AdaptationView one(@PathParam("id") String id) {
        List<JobStatus> jobs = registry.ofAdaptation(Problems.requireId("id", id));
        if (jobs.isEmpty()) {
            throw Problems.notFound("id", id, "adaptation");
        }
        return view(jobs);
    }

    private AdaptationView view(List<JobStatus> jobs) {
        JobRequested first = jobs.get(0).request();
        return AdaptationView.of(jobs, numerics.backend().id(),
                classes.compared(first.classNames(), first.target().line()));
    }

    private void publish(JobRequested job) {
        try {
            publisher.request(job);
        } catch (RuntimeException e) {
            throw Problems.kafkaUnavailable(e);
        }
    }
}

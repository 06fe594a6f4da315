package io.crossline.training.rest;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.crossline.contracts.JobCancelled;
import io.crossline.service.problem.Problems;
import io.crossline.service.security.Roles;
import io.crossline.training.jobs.JobRegistry;
import io.crossline.training.jobs.JobStatus;
import io.crossline.training.messaging.JobPublisher;

/** Training jobs of all replicas. */
@Path("/jobs")
@Tag(name = "Jobs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public class JobResource {

    private final JobRegistry registry;
    private final JobPublisher publisher;
    private final Clock clock;

    @Inject
    JobResource(JobRegistry registry, JobPublisher publisher, Clock clock) {
        this.registry = registry;
        this.publisher = publisher;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "All jobs, or those of one adaptation, the oldest first")
    public List<JobView> all(@QueryParam("adaptation") String adaptation) {
        List<JobStatus> jobs = adaptation == null
                ? registry.all()
                : registry.ofAdaptation(Problems.requireId("adaptation", adaptation));
        return jobs.stream().map(JobView::of).toList();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One job with its curves")
    @APIResponse(responseCode = "200", description = "The job")
    @APIResponse(responseCode = "404", description = "There is none of this id")
    public JobView one(@PathParam("id") String id) {
        return JobView.of(find(id));
    }

    @DELETE
    @RolesAllowed(Roles.OPERATOR)
    @Path("/{id}")
    @Operation(summary = "Cancel a job", description = "A running job stops at its next step, a queued one never begins. Jobs that start from its model fail.")
    @APIResponse(responseCode = "202", description = "The job will stop")
    @APIResponse(responseCode = "404", description = "There is none of this id")
    @APIResponse(responseCode = "409", description = "The job has ended already")
    public Response cancel(@PathParam("id") String id) {
        JobStatus job = find(id);
        if (job.state().isFinal()) {
            throw Problems.conflict("id", "Job " + id + " has ended already: " + job.state());
        }
        JobCancelled event = new JobCancelled(job.request().jobId(), "Cancelled over REST", clock.instant());
        try {
            publisher.cancel(event, job.request().target().line());
        } catch (RuntimeException e) {
            throw Problems.kafkaUnavailable(e);
        }
        registry.cancelled(event);
        return Response.accepted(JobView.of(find(id))).build();
    }

    private JobStatus find(String id) {
        return registry.find(Problems.requireId("id", id)).orElseThrow(() -> Problems.notFound("id", id, "job"));
    }
}

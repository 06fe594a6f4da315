package io.crossline.evaluation.rest;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

import io.crossline.evaluation.labels.AuditBook;
import io.crossline.evaluation.labels.LabelBook;
import io.crossline.evaluation.labels.LabelQueue;
import io.crossline.evaluation.labels.Labelled;
import io.crossline.evaluation.labels.Labelled.Outcome;
import io.crossline.evaluation.labels.Labelling;
import io.crossline.evaluation.labels.LineLabel;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.evaluation.store.CycleStore;
import io.crossline.evaluation.store.EvaluationStore;
import io.crossline.evaluation.store.RecordedEvaluation;
import io.crossline.service.problem.Problems;
import io.crossline.service.security.Caller;
import io.crossline.service.security.Roles;
import io.smallrye.common.annotation.Blocking;

@Path("/lines/{line}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Labels", description = "The few labels that people give to a line's images")
@RolesAllowed(Roles.VIEWER)
public class LabelResource {

    private final Caller caller;
    private final LabelQueue queue;
    private final Labelling labelling;
    private final LabelBook book;
    private final AuditBook audits;
    private final ServingModels models;
    private final EvaluationStore evaluations;
    private final CycleStore cycles;

    LabelResource(Caller caller, LabelQueue queue, Labelling labelling, LabelBook book, AuditBook audits,
            ServingModels models, EvaluationStore evaluations, CycleStore cycles) {
        this.caller = caller;
        this.queue = queue;
        this.labelling = labelling;
        this.book = book;
        this.audits = audits;
        this.models = models;
        this.evaluations = evaluations;
        this.cycles = cycles;
    }

    @GET
    @Path("/label-queue")
    @Operation(summary = "Images that people are asked about", description = "Of each window of the line's images some are drawn at random, the others are those most worth a label. Images that are no longer in Kafka leave the queue.")
    @APIResponse(responseCode = "200", description = "Zero or more images with their pictures")
    public LabelQueueView queue(@RestPath String line,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return LabelQueueView.of(classNames(line), queue.images(line, limit));
    }

    @POST
    @RolesAllowed(Roles.LABELLER)
    @Path("/labels")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say what an image shows", description = "Of any image of the line that a model has predicted, in the queue or not, however late.")
    @APIResponse(responseCode = "201", description = "The image's first label")
    @APIResponse(responseCode = "200", description = "The image has this label already, or it replaced another")
    @APIResponse(responseCode = "400", description = "A field is missing or wrong; the problem names it")
    @APIResponse(responseCode = "404", description = "The line has no such image")
    @APIResponse(responseCode = "409", description = "The image has another label, and replace is not asked for; or no model serves the line")
    public RestResponse<LabelView> label(@RestPath String line, @NotNull @Valid LabelRequest request) {
        List<String> classNames = classNames(line);
        if (classNames.isEmpty()) {
            throw Problems.conflict("line", "No model serves line '" + line + "': its classes are not known");
        }
        LineLabel label = request.label(line, caller.by(request.by()));
        Labelled labelled = labelling.give(label, classNames, request.replace()).orElseThrow(
                () -> Problems.notFound("offset", label.place(), "image of line " + line + " at"));
        LabelView view = LabelView.of(labelled.label());
        if (labelled.outcome() == Outcome.OTHER_BEFORE) {
            throw Problems.conflict("className", "The image was labelled '" + view.className() + "' by " + view.by()
                    + " before. With \"replace\": true the new label takes its place");
        }
        return RestResponse.status(
                labelled.outcome() == Outcome.NEW ? RestResponse.Status.CREATED : RestResponse.Status.OK, view);
    }

    @GET
    @Path("/labels")
    @Operation(summary = "How many labels the line was given, and what they were good for", description = "What labels of images drawn at random prove of the champion holds with 95 %, however often anybody looks.")
    public LabelSummaryView labels(@RestPath String line) {
        return LabelSummaryView.of(book.counts(line), audits.audited(line), cycles.withLabels(line));
    }

    private List<String> classNames(String line) {
        return models.version(line).flatMap(evaluations::find).map(RecordedEvaluation::classNames).orElse(List.of());
    }
}

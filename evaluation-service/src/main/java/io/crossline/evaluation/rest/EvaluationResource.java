package io.crossline.evaluation.rest;

import java.util.List;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.crossline.evaluation.scoring.ToldAims;
import io.crossline.evaluation.store.EvaluationStore;
import io.crossline.evaluation.store.RecordedEvaluation;
import io.crossline.monitoring.projection.Projection;
import io.crossline.service.problem.Problems;
import io.crossline.service.security.Roles;
import io.smallrye.common.annotation.Blocking;

@Path("/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Evaluations", description = "What was found out about each model")
@RolesAllowed(Roles.VIEWER)
public class EvaluationResource {

    private final EvaluationStore store;
    private final ToldAims aims;

    EvaluationResource(EvaluationStore store, ToldAims aims) {
        this.store = store;
        this.aims = aims;
    }

    @GET
    @Operation(summary = "Evaluations of one adaptation in the order in which they were made, or the newest of all")
    @APIResponse(responseCode = "200", description = "Zero or more evaluations, each without its trade curves")
    @APIResponse(responseCode = "400", description = "A parameter is wrong; the problem names it")
    public List<EvaluationView> list(@QueryParam("adaptation") String adaptation,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        List<RecordedEvaluation> evaluations = adaptation == null
                ? store.newest(limit)
                : store.ofAdaptation(Problems.requireId("adaptation", adaptation));
        return evaluations.stream().map(evaluation -> EvaluationView.of(evaluation, aims).withoutTrades()).toList();
    }

    @GET
    @Path("/{modelVersion}")
    @Operation(summary = "A model's scores on both lines' test images")
    @APIResponse(responseCode = "200", description = "Accuracy, balanced accuracy, escapes and overkill with their intervals, their trade, confusion matrix and class scores")
    @APIResponse(responseCode = "404", description = "The model is not evaluated, or does not exist")
    public EvaluationView get(@RestPath String modelVersion) {
        return EvaluationView.of(require(modelVersion), aims);
    }

    @GET
    @Path("/{modelVersion}/projection")
    @Operation(summary = "Test images of both lines by their features, in the plane of greatest variance (PCA)", description = "At most the configured number of images a line. Generators have no features: 404.")
    @APIResponse(responseCode = "200", description = "Points by the parent's features and by the model's own")
    @APIResponse(responseCode = "404", description = "There is no projection of such a model")
    public ProjectionView projection(@RestPath String modelVersion) {
        RecordedEvaluation evaluation = require(modelVersion);
        Projection after = store.projection(modelVersion, "after")
                .orElseThrow(() -> Problems.notFound("modelVersion", modelVersion, "projection of model"));
        Projection before = store.projection(modelVersion, "before").orElse(null);
        return new ProjectionView(evaluation.classNames(), before, after);
    }

    private RecordedEvaluation require(String modelVersion) {
        return store.find(modelVersion)
                .orElseThrow(() -> Problems.notFound("modelVersion", modelVersion, "evaluation of model"));
    }
}

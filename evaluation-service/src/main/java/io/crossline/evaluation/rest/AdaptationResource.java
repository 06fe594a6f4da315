package io.crossline.evaluation.rest;

import java.util.List;
import java.util.UUID;

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

import io.crossline.evaluation.gate.Recommendations;
import io.crossline.evaluation.scoring.ToldAims;
import io.crossline.evaluation.store.Adaptation;
import io.crossline.evaluation.store.AdaptationStore;
import io.crossline.service.problem.Problems;
import io.crossline.service.security.Roles;
import io.smallrye.common.annotation.Blocking;

@Path("/adaptations")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Adaptations", description = "An adaptation's methods side by side")
@RolesAllowed(Roles.VIEWER)
public class AdaptationResource {

    private final AdaptationStore store;
    private final Recommendations recommendations;
    private final ToldAims aims;

    AdaptationResource(AdaptationStore store, Recommendations recommendations, ToldAims aims) {
        this.store = store;
        this.recommendations = recommendations;
        this.aims = aims;
    }

    @GET
    @Operation(summary = "Adaptations, newest first")
    public List<AdaptationView> list(@QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return store.list(limit).stream().map(AdaptationView::of).toList();
    }

    @GET
    @Path("/{adaptationId}/summary")
    @Operation(summary = "The methods evaluated so far, each with its figures on both lines, and which model is recommended")
    @APIResponse(responseCode = "200", description = "The table, whether it is complete, and the recommendation with every validator's votes")
    @APIResponse(responseCode = "400", description = "The id is no UUID")
    @APIResponse(responseCode = "404", description = "There is no such adaptation")
    public SummaryView summary(@RestPath String adaptationId) {
        UUID id = Problems.requireId("adaptationId", adaptationId);
        Adaptation adaptation = store.find(id)
                .orElseThrow(() -> Problems.notFound("adaptationId", id, "adaptation"));
        return SummaryView.of(adaptation, store.results(id), recommendations.find(id), aims);
    }
}

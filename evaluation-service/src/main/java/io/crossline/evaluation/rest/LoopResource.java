package io.crossline.evaluation.rest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.ModelPromoted;
import io.crossline.evaluation.loop.Cycle;
import io.crossline.evaluation.loop.LineSettings;
import io.crossline.evaluation.loop.LoopCommands;
import io.crossline.evaluation.loop.LoopSettings;
import io.crossline.evaluation.loop.NothingToLearnException;
import io.crossline.evaluation.serving.RollbackRefusedException;
import io.crossline.evaluation.store.ChampionStore;
import io.crossline.evaluation.store.CycleStore;
import io.crossline.evaluation.store.EvaluationStore;
import io.crossline.kafka.LineRegistry;
import io.crossline.service.problem.Problems;
import io.crossline.service.security.Caller;
import io.crossline.service.security.Roles;
import io.smallrye.common.annotation.Blocking;

@Path("/lines/{line}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Loop", description = "What the closed loop did on a line, and what people want of it")
@RolesAllowed(Roles.VIEWER)
public class LoopResource {

    private final Caller caller;
    private final LoopCommands commands;
    private final LineSettings settings;
    private final CycleStore cycles;
    private final ChampionStore champions;
    private final EvaluationStore evaluations;
    private final LineRegistry registry;

    LoopResource(Caller caller, LoopCommands commands, LineSettings settings, CycleStore cycles,
            ChampionStore champions,
            EvaluationStore evaluations, LineRegistry registry) {
        this.caller = caller;
        this.registry = registry;
        this.commands = commands;
        this.settings = settings;
        this.cycles = cycles;
        this.champions = champions;
        this.evaluations = evaluations;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Path("/rollback")
    @Operation(summary = "Make the champion before the present one champion again")
    @APIResponse(responseCode = "200", description = "The promotion that did it")
    @APIResponse(responseCode = "400", description = "A field is missing; the problem names it")
    @APIResponse(responseCode = "409", description = "Another version serves by now, or the line had no champion before; the problem says which")
    public ModelPromoted rollBack(@RestPath String line, @NotNull @Valid RollbackRequest request) {
        try {
            return commands.rollBack(line, request.leaves(), caller.by(request.by()),
                    caller.reason(request.reason(), request.by()));
        } catch (RollbackRefusedException e) {
            throw Problems.conflict("leaves", e.getMessage());
        }
    }

    @PUT
    @RolesAllowed(Roles.OPERATOR)
    @Path("/loop")
    @Operation(summary = "Switch the loop on or off, pin the champion, or change the policy; what is missing stays as it is")
    public LoopSettings change(@RestPath String line, @NotNull @Valid LoopRequest request) {
        return commands.change(line, request.change(settings.of(line), caller.by(request.by()),
                caller.reason(request.reason(), request.by())));
    }

    @PUT
    @RolesAllowed(Roles.OPERATOR)
    @Path("/compared")
    @Operation(summary = "Let models predict every batch beside the champion", description = "Their estimated and true accuracies stand with each window. At most four.")
    @APIResponse(responseCode = "404", description = "A model is not evaluated")
    public List<String> compare(@RestPath String line, @NotNull @Valid ComparisonRequest request) {
        for (String model : request.models()) {
            champions.candidate(model)
                    .orElseThrow(() -> Problems.notFound("models", model, "evaluation of model"));
        }
        return commands.compare(line, request.models(), caller.by(request.by()),
                caller.reason(request.reason(), request.by()));
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Path("/cycles")
    @ResponseStatus(202)
    @Operation(summary = "Adapt now: ask for a job on the line's newest images, from its serving model")
    @APIResponse(responseCode = "202", description = "The cycle, with the champion's classes beside those that the line is registered with")
    @APIResponse(responseCode = "409", description = "A cycle is open, or there is nothing to learn from")
    public OpenedCycle adaptNow(@RestPath String line, @NotNull @Valid CycleRequest request) {
        try {
            return OpenedCycle.of(
                    commands.adaptNow(line, caller.by(request.by()), caller.reason(request.reason(), request.by()),
                            request.useLabels()),
                    registry.find(line));
        } catch (NothingToLearnException e) {
            throw Problems.conflict("line", e.getMessage());
        }
    }

    @GET
    @Path("/cycles")
    @Operation(summary = "Cycles of the loop on this line, newest first", description = "Each with the gate's scores and how it ended.")
    public List<Cycle> cycles(@RestPath String line,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(1000) int limit) {
        return cycles.history(line, limit);
    }

    @GET
    @Path("/serving")
    @Operation(summary = "Which champion served the line at a moment, who or what promoted it and why, and what it was trained on")
    @APIResponse(responseCode = "404", description = "No champion served the line then")
    public ServedView served(@RestPath String line, @QueryParam("at") String at) {
        Instant moment = moment(at);
        ModelPromoted promotion = champions.servedAt(line, moment)
                .orElseThrow(() -> Problems.notFound("at", moment, "champion of line " + line + " at"));
        ModelManifest manifest = evaluations.manifest(promotion.modelVersion())
                .orElseThrow(() -> Problems.notFound("at", promotion.modelVersion(), "manifest of model"));
        return new ServedView(line, moment, promotion.modelVersion(), promotion,
                ServedView.TrainedOn.of(manifest), manifest.parentModel(), manifest.targetLabels(),
                manifest.pictures());
    }

    private static Instant moment(String at) {
        try {
            return at == null ? Instant.now() : Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw Problems.invalid("at", "is '" + at + "', expected a time such as 2026-01-31T14:02:00Z");
        }
    }
}

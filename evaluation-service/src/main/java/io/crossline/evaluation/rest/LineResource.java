package io.crossline.evaluation.rest;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.crossline.contracts.ModelPromoted;
import io.crossline.evaluation.loop.Cycles;
import io.crossline.evaluation.loop.LineLoops;
import io.crossline.evaluation.loop.LineSettings;
import io.crossline.evaluation.loop.LoopCommands;
import io.crossline.evaluation.scoring.ModelArchives;
import io.crossline.evaluation.serving.NotPromotableException;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.evaluation.store.ChampionStore;
import io.crossline.evaluation.store.DriftStore;
import io.crossline.evaluation.store.FrameStore;
import io.crossline.evaluation.store.RecordedWindow;
import io.crossline.service.problem.Problems;
import io.crossline.service.security.Caller;
import io.crossline.service.security.Roles;
import io.smallrye.common.annotation.Blocking;

@Path("/lines")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Lines", description = "Which model serves each line, and what it says of the line's batches")
@RolesAllowed(Roles.VIEWER)
public class LineResource {

    private final Caller caller;
    private final ChampionStore champions;
    private final ServingModels models;
    private final LoopCommands commands;
    private final LineSettings settings;
    private final Cycles cycles;
    private final LineLoops loops;
    private final DriftStore windows;
    private final ModelArchives archives;
    private final FrameStore frames;

    LineResource(Caller caller, ChampionStore champions, ServingModels models, LoopCommands commands,
            LineSettings settings, Cycles cycles, LineLoops loops, DriftStore windows, ModelArchives archives,
            FrameStore frames) {
        this.caller = caller;
        this.frames = frames;
        this.archives = archives;
        this.windows = windows;
        this.champions = champions;
        this.models = models;
        this.commands = commands;
        this.settings = settings;
        this.cycles = cycles;
        this.loops = loops;
    }

    @GET
    @Operation(summary = "Lines that have a champion, predictions or an accepted classifier, by name", description = "A page of them; the next one begins after the last line of this one.")
    public List<LineView> list(@QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return champions.lines(after, limit).stream().map(this::get).toList();
    }

    @GET
    @Path("/{line}")
    @Operation(summary = "The model that serves a line, and what the loop does there")
    @APIResponse(responseCode = "200", description = "Also for a line that nothing is known of: then no model serves it, and missing says what to do")
    public LineView get(@RestPath String line) {
        Optional<String> champion = models.version(line);
        Optional<String> refused = champion.flatMap(archives::refusal);
        String missing = champion.isEmpty()
                ? ServingModelSentence.none(line, champions.promotable(line, 1))
                : refused.map(ServingModelSentence::refused).orElse(null);
        return new LineView(line, missing == null ? champion.get() : null, champions.champion(line).orElse(null),
                settings.of(line), cycles.openOf(line).orElse(null), loops.compared(line), missing,
                frames.fault(line).orElse(null));
    }

    @PUT
    @RolesAllowed(Roles.OPERATOR)
    @Path("/{line}/champion")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a model the line's champion", description = "It predicts the line's batches from then on. Asking again for the champion changes nothing.")
    @APIResponse(responseCode = "200", description = "The promotion that made it champion")
    @APIResponse(responseCode = "400", description = "A field is missing or wrong; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such model, or it is not evaluated yet")
    @APIResponse(responseCode = "409", description = "The model cannot serve this line; the problem says why")
    public ModelPromoted promote(@RestPath String line, @NotNull @Valid PromotionRequest request) {
        try {
            return commands.promote(line, request.modelVersion(), caller.by(request.by()),
                    caller.reason(request.reason(), request.by())).orElseThrow(
                            () -> Problems.notFound("modelVersion", request.modelVersion(), "evaluation of model"));
        } catch (NotPromotableException e) {
            throw Problems.conflict("modelVersion", e.getMessage());
        }
    }

    @GET
    @Path("/{line}/promotions")
    @Operation(summary = "The line's champions, newest first")
    public List<ModelPromoted> promotions(@RestPath String line,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return champions.history(line, limit);
    }

    @GET
    @Path("/{line}/windows")
    @Operation(summary = "Windows of the line's images beside those that its model was trained on, newest first", description = "Each with its p-values, the means of the picture statistics before and now, and what changed in words.")
    public List<RecordedWindow> windows(@RestPath String line,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return windows.newest(line, limit);
    }
}

package io.crossline.evaluation.rest;

import java.util.List;
import java.util.Optional;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.crossline.evaluation.loop.LoopConfig;
import io.crossline.evaluation.scoring.ModelArchives;
import io.crossline.evaluation.store.ChampionStore;
import io.crossline.evaluation.store.LineOverview;
import io.crossline.evaluation.store.LineOverviewStore;
import io.crossline.service.security.Roles;
import io.smallrye.common.annotation.Blocking;

/** All lines at once, each in a few figures: two queries, however many lines there are. */
@Path("/line-overview")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Lines")
@RolesAllowed(Roles.VIEWER)
public class LineOverviewResource {

    private static final int MOST = 10_000;

    private final ChampionStore champions;
    private final LineOverviewStore overviews;
    private final ModelArchives archives;
    private final LoopConfig config;

    LineOverviewResource(ChampionStore champions, LineOverviewStore overviews, ModelArchives archives,
            LoopConfig config) {
        this.champions = champions;
        this.overviews = overviews;
        this.archives = archives;
        this.config = config;
    }

    @GET
    @Operation(summary = "The state of all lines, by name", description = "The same lines as /lines, each with its champion, its newest window, its newest cycle and its camera's fault. A page of them; the next one begins after the last line of this one.")
    public List<LineOverviewView> list(@QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(MOST) int limit) {
        return overviews.of(champions.lines(after, limit)).stream().map(this::view).toList();
    }

    private LineOverviewView view(LineOverview line) {
        Optional<String> champion = Optional.ofNullable(line.champion());
        String missing = champion.isEmpty()
                ? "No model serves this line yet."
                : archives.refusal(champion.get()).map(ServingModelSentence::refused).orElse(null);
        return new LineOverviewView(line.line(), missing == null ? line.champion() : null, line.championSince(),
                line.loopEnabled() == null ? config.enabled() : line.loopEnabled(), line.loopPinned(), line.window(),
                line.cycle(), line.cameraFault(), missing);
    }
}

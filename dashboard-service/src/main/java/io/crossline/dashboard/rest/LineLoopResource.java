package io.crossline.dashboard.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.dashboard.upstream.LoopClient;
import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.Upstream;
import io.smallrye.mutiny.Uni;

/** One line in use: its loop, what it saw, and what a person may do about it. */
@Path("/api/serving/{line}")
public class LineLoopResource {

    private static final int MOST = 1000;
    private static final int MOST_EXAMPLES = 64;

    private final Upstream upstream;
    private final LoopClient loop;

    LineLoopResource(Upstream upstream, @RestClient LoopClient loop) {
        this.upstream = upstream;
        this.loop = loop;
    }

    /** The serving model, the champion, the loop's state, the open cycle, and the models compared. */
    @GET
    public Uni<JsonNode> line(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line) {
        return read(loop.line(line));
    }

    /** Windows of the line's images, newest first. */
    @GET
    @Path("/windows")
    public Uni<JsonNode> windows(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(MOST) int limit) {
        return read(loop.windows(line, limit));
    }

    /** What people know of the line: its mix of classes, its good class, what errors cost. */
    @GET
    @Path("/settings")
    public Uni<JsonNode> settings(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line) {
        return read(loop.settings(line));
    }

    /**
     * Changes what people know of the line: {@code {"expectedMix", "goodClass", "escapeCost", "overkillCost", "maxEscapes", "by",
     * "reason"}}.
     */
    @PUT
    @Path("/settings")
    public Uni<Response> configure(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @NotNull JsonNode request) {
        return write(loop.configure(line, request));
    }

    /** What the line's newest images say of its mix of classes, beside what people told. */
    @GET
    @Path("/mix")
    public Uni<JsonNode> mix(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line) {
        return read(loop.mix(line));
    }

    /** Turns of the loop, newest first, each with the gate's verdict. */
    @GET
    @Path("/cycles")
    public Uni<JsonNode> cycles(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(MOST) int limit) {
        return read(loop.cycles(line, limit));
    }

    /** Which model served at an instant such as {@code 2026-11-24T14:02:00Z}, and what it was trained on. */
    @GET
    @Path("/served")
    public Uni<JsonNode> served(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @QueryParam("at") String at) {
        return read(loop.served(line, at));
    }

    /** Makes a model the line's champion: {@code {"modelVersion", "by", "reason"}}. */
    @PUT
    @Path("/champion")
    public Uni<Response> promote(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @NotNull JsonNode request) {
        return write(loop.promote(line, request));
    }

    /** Gives the line back to the champion before the one that is left: {@code {"leaves", "by", "reason"}}. */
    @POST
    @Path("/rollback")
    public Uni<Response> rollBack(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @NotNull JsonNode request) {
        return write(loop.rollBack(line, request));
    }

    /** Switches the loop on or off, pins or unpins the champion: {@code {"enabled", "pinned", "by", "reason"}}. */
    @PUT
    @Path("/loop")
    public Uni<Response> change(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @NotNull JsonNode request) {
        return write(loop.change(line, request));
    }

    /** Which models predict every batch beside the champion: {@code {"models": [], "by", "reason"}}. */
    @PUT
    @Path("/compared")
    public Uni<Response> compare(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @NotNull JsonNode request) {
        return write(loop.compare(line, request));
    }

    /** Adapts now: {@code {"by", "reason", "useLabels"}}. */
    @POST
    @Path("/cycles")
    public Uni<Response> adapt(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @NotNull JsonNode request) {
        return write(loop.adapt(line, request));
    }

    /** Pictures of the line that the serving model was trained on, on one sheet, PNG. */
    @GET
    @Path("/examples/then")
    @Produces("image/png")
    public Uni<Response> then(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line) {
        return picture(loop.then(line));
    }

    /** The line's newest pictures on one sheet, PNG. */
    @GET
    @Path("/examples/now")
    @Produces("image/png")
    public Uni<Response> now(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @QueryParam("count") @DefaultValue("12") @Min(1) @Max(MOST_EXAMPLES) int count) {
        return picture(loop.now(line, count));
    }

    private Uni<JsonNode> read(Uni<JsonNode> answer) {
        return upstream.of(Service.EVALUATION, answer);
    }

    private Uni<Response> write(Uni<Response> answer) {
        return upstream.of(Service.EVALUATION, answer).map(UpstreamAnswers::json);
    }

    private Uni<Response> picture(Uni<Response> answer) {
        return upstream.of(Service.EVALUATION, answer).map(UpstreamAnswers::picture);
    }
}

package io.crossline.dashboard.rest;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.crossline.dashboard.upstream.EvaluationClient;
import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.Upstream;
import io.smallrye.mutiny.Uni;

/** The lines in use: which model serves each, how right it is, and how the images change. */
@Path("/api/serving")
public class ServingResource {

    private static final String NAME = "[A-Za-z0-9._-]{1,80}";
    private static final int WINDOWS = 200;

    private final Upstream upstream;
    private final EvaluationClient evaluation;

    ServingResource(Upstream upstream, @RestClient EvaluationClient evaluation) {
        this.upstream = upstream;
        this.evaluation = evaluation;
    }

    /** All lines in use, each with its newest windows and its promotions, both newest first. */
    @GET
    public Uni<Panel> all() {
        return Panel.of(upstream.of(Service.EVALUATION, evaluation.lines().flatMap(this::withDetails)));
    }

    private Uni<JsonNode> withDetails(JsonNode lines) {
        if (lines.isEmpty()) {
            return Uni.createFrom().item(lines);
        }
        List<Uni<JsonNode>> detailed = new ArrayList<>();
        lines.forEach(line -> detailed.add(withDetails((ObjectNode) line)));
        return Uni.join().all(detailed).andFailFast()
                .map(all -> JsonNodeFactory.instance.arrayNode().addAll(all));
    }

    private Uni<JsonNode> withDetails(ObjectNode line) {
        String name = line.path("line").asText();
        return Uni.combine().all().unis(evaluation.windows(name, WINDOWS), evaluation.promotions(name)).asTuple()
                .map(found -> line.<ObjectNode>set("windows", found.getItem1()).set("promotions", found.getItem2()));
    }

    /** Makes a model the line's champion: {@code {"modelVersion", "by", "reason"}}. */
    @PUT
    @Path("/{line}/champion")
    public Uni<JsonNode> promote(@PathParam("line") @Pattern(regexp = NAME) String line, @NotNull JsonNode request) {
        return upstream.of(Service.EVALUATION, evaluation.promote(line, request));
    }
}

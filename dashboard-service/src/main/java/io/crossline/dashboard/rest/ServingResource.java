package io.crossline.dashboard.rest;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;

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

    private static final int WINDOWS = 200;
    /** Each line costs the evaluation service two more queries. */
    private static final int LARGEST_PAGE = 100;

    private final Upstream upstream;
    private final EvaluationClient evaluation;

    ServingResource(Upstream upstream, @RestClient EvaluationClient evaluation) {
        this.upstream = upstream;
        this.evaluation = evaluation;
    }

    /** A page of the lines in use by name, each with its newest windows and its promotions, both newest first. */
    @GET
    public Uni<Panel> page(@RestQuery @DefaultValue("") String after,
            @RestQuery @DefaultValue("20") @Min(1) @Max(LARGEST_PAGE) int limit) {
        return Panel.of(upstream.of(Service.EVALUATION, evaluation.lines(after, limit).flatMap(this::withDetails)));
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
}

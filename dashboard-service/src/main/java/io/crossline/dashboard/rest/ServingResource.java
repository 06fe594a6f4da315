package io.crossline.dashboard.rest;

import java.time.Instant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.crossline.dashboard.DashboardConfig;
import io.crossline.dashboard.lines.LineRows;
import io.crossline.dashboard.upstream.EvaluationClient;
import io.crossline.dashboard.upstream.IngestClient;
import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.Upstream;
import io.crossline.dashboard.upstream.UpstreamException;
import io.smallrye.mutiny.Uni;

/** All lines with their states, the list of the first page. */
@Path("/api/serving")
public class ServingResource {

    /** As many as evaluation-service gives at once. */
    private static final int MOST_LINES = 10_000;

    private final Upstream upstream;
    private final EvaluationClient evaluation;
    private final IngestClient ingest;
    private final MeasuredAccuracies accuracies;
    private final LineRows.Limits limits;
    private final ObjectMapper json;

    ServingResource(Upstream upstream, @RestClient EvaluationClient evaluation, @RestClient IngestClient ingest,
            MeasuredAccuracies accuracies, DashboardConfig config, ObjectMapper json) {
        this.upstream = upstream;
        this.evaluation = evaluation;
        this.ingest = ingest;
        this.accuracies = accuracies;
        this.limits = new LineRows.Limits(config.dashboard().silentAfter(), config.dashboard().lowEstimate());
        this.json = json;
    }

    /** A {@link io.crossline.dashboard.lines.LineRow} for each line, those that need a person first. Two requests to the services, however many lines there are, and one more the first time that a model's estimate is doubtful. */
    @GET
    public Uni<Panel> lines() {
        Uni<JsonNode> delivering = upstream.of(Service.INGEST, ingest.lines()).onFailure(UpstreamException.class)
                .recoverWithItem(failure -> JsonNodeFactory.instance.arrayNode());
        return Panel.of(Uni.combine().all()
                .unis(upstream.of(Service.EVALUATION, evaluation.overview(MOST_LINES)), delivering).asTuple()
                .flatMap(found -> accuracies.of(LineRows.doubtful(found.getItem1(), limits.lowEstimate()))
                        .map(measured -> json.valueToTree(LineRows.of(found.getItem1(), found.getItem2(), measured,
                                Instant.now(), limits)))));
    }
}

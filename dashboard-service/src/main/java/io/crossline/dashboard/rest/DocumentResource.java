package io.crossline.dashboard.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.dashboard.upstream.EvaluationClient;
import io.crossline.dashboard.upstream.IngestClient;
import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.TranslationClient;
import io.crossline.dashboard.upstream.Upstream;
import io.smallrye.mutiny.Uni;

/** Single documents and images of the other services, from the page's own origin. */
@Path("/api")
public class DocumentResource {

    private static final int MOST_PREVIEWS = 64;
    private static final int MOST = 1000;

    private final Upstream upstream;
    private final IngestClient ingest;
    private final TranslationClient translation;
    private final EvaluationClient evaluation;

    DocumentResource(Upstream upstream, @RestClient IngestClient ingest, @RestClient TranslationClient translation,
            @RestClient EvaluationClient evaluation) {
        this.upstream = upstream;
        this.ingest = ingest;
        this.translation = translation;
        this.evaluation = evaluation;
    }

    /** The newest images of a line on one sheet, PNG. */
    @GET
    @Path("/lines/{line}/preview")
    @Produces("image/png")
    public Uni<Response> preview(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @QueryParam("count") @DefaultValue("12") @Min(1) @Max(MOST_PREVIEWS) int count) {
        return upstream.of(Service.INGEST, ingest.preview(line, count)).map(UpstreamAnswers::picture);
    }

    /** Sample images of a generator: original source, original target, generated target, reconstructed source. */
    @GET
    @Path("/generators/{version}/gallery")
    public Uni<JsonNode> gallery(@PathParam("version") @Pattern(regexp = LineNames.PATTERN) String version) {
        return upstream.of(Service.TRANSLATION, translation.gallery(version));
    }

    /** Ingestions that are remembered, newest first; completed ones say where their images are. */
    @GET
    @Path("/ingestions")
    public Uni<JsonNode> ingestions() {
        return upstream.of(Service.INGEST, ingest.ingestions());
    }

    /** Scores of the models scored last, newest first. */
    @GET
    @Path("/evaluations")
    public Uni<JsonNode> evaluations(@QueryParam("limit") @DefaultValue("100") @Min(1) @Max(MOST) int limit) {
        return upstream.of(Service.EVALUATION, evaluation.newest(limit));
    }

    /** Scores of a model. */
    @GET
    @Path("/evaluations/{version}")
    public Uni<JsonNode> evaluation(@PathParam("version") @Pattern(regexp = LineNames.PATTERN) String version) {
        return upstream.of(Service.EVALUATION, evaluation.evaluation(version));
    }

    /** Features of both lines in two dimensions, before and after a model's adaptation. */
    @GET
    @Path("/evaluations/{version}/projection")
    public Uni<JsonNode> projection(@PathParam("version") @Pattern(regexp = LineNames.PATTERN) String version) {
        return upstream.of(Service.EVALUATION, evaluation.projection(version));
    }
}

package io.crossline.dashboard.rest;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.crossline.dashboard.lines.LineReport;
import io.crossline.dashboard.upstream.LoopClient;
import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.Upstream;
import io.crossline.service.problem.Problems;
import io.smallrye.mutiny.Uni;

/** What happened on a line in a period, to be kept or sent. */
@Path("/api/serving/{line}/report.csv")
public class LineReportResource {

    /** As many as evaluation-service gives at once. */
    private static final int MOST = 1000;

    private final Upstream upstream;
    private final LoopClient loop;

    LineReportResource(Upstream upstream, @RestClient LoopClient loop) {
        this.upstream = upstream;
        this.loop = loop;
    }

    /**
     * Windows and promotions of the line.
     *
     * @param from first moment, such as {@code 2026-11-24T14:00:00Z}; without it, from the beginning
     * @param to end, which is not in it; without it, until now
     */
    @GET
    @Produces("text/csv; charset=UTF-8")
    public Uni<Response> report(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @QueryParam("from") String from, @QueryParam("to") String to) {
        Instant begin = instant("from", from, Instant.EPOCH);
        Instant end = instant("to", to, Instant.now());
        return Uni.combine().all()
                .unis(upstream.of(Service.EVALUATION, loop.windows(line, MOST)),
                        upstream.of(Service.EVALUATION, loop.promotions(line, MOST)))
                .asTuple()
                .map(found -> Response
                        .ok(LineReport.csv(line, found.getItem1(), found.getItem2(), begin, end, MOST))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.csv\"".formatted(line))
                        .build());
    }

    private static Instant instant(String field, String value, Instant otherwise) {
        try {
            return value == null || value.isBlank() ? otherwise : Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw Problems.invalid(field,
                    "is '%s': expected a time in UTC such as 2026-11-24T14:00:00Z".formatted(value));
        }
    }
}

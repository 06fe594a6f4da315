package io.crossline.dashboard.rest;

import java.util.List;
import java.util.stream.StreamSupport;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.dashboard.upstream.IngestClient;
import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.Upstream;
import io.smallrye.mutiny.Uni;

/** What ingest-service did not take. */
@Path("/api/lines/{line}/refused")
public class LineRefusedResource {

    private final Upstream upstream;
    private final IngestClient ingest;

    LineRefusedResource(Upstream upstream, @RestClient IngestClient ingest) {
        this.upstream = upstream;
        this.ingest = ingest;
    }

    /**
     * @param watched what in the watched root is no line's folder, whichever line it was meant for
     * @param ingestions those of the line that rejected items, newest first
     */
    public record Refused(JsonNode watched, List<JsonNode> ingestions) {}

    @GET
    public Uni<Refused> refused(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line) {
        return Uni.combine().all().unis(upstream.of(Service.INGEST, ingest.watchedRefused()),
                upstream.of(Service.INGEST, ingest.ingestions())).asTuple()
                .map(found -> new Refused(found.getItem1(), rejecting(found.getItem2(), line)));
    }

    private static List<JsonNode> rejecting(JsonNode ingestions, String line) {
        return StreamSupport.stream(ingestions.spliterator(), false)
                .filter(each -> each.path("line").asText().equals(line) && each.path("rejectedCount").asLong() > 0)
                .toList();
    }
}

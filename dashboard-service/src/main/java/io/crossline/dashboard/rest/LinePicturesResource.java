package io.crossline.dashboard.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.dashboard.upstream.IngestClient;
import io.crossline.dashboard.upstream.LoopClient;
import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.Upstream;
import io.smallrye.mutiny.Uni;

/** How a line sees: what it is registered with, its newest pictures, and with which settings the serving model was trained. */
@Path("/api/lines/{line}/pictures")
public class LinePicturesResource {

    private final Upstream upstream;
    private final IngestClient ingest;
    private final LoopClient loop;

    LinePicturesResource(Upstream upstream, @RestClient IngestClient ingest, @RestClient LoopClient loop) {
        this.loop = loop;
        this.upstream = upstream;
        this.ingest = ingest;
    }

    /**
     * @param line what it has sent and is registered with
     * @param newest the newest first
     * @param serving what serves the line, with the picture settings of its training; null where nothing does or that is not known
     */
    public record Pictures(JsonNode line, JsonNode newest, JsonNode serving) {}

    @GET
    public Uni<Pictures> pictures(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line) {
        return Uni.combine().all()
                .unis(upstream.of(Service.INGEST, ingest.line(line)),
                        upstream.of(Service.INGEST, ingest.pictures(line)),
                        loop.served(line, null).onFailure().recoverWithNull())
                .asTuple().map(found -> new Pictures(found.getItem1(), found.getItem2(), found.getItem3()));
    }
}

package io.crossline.dashboard.rest;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.ImagePart;
import io.crossline.dashboard.upstream.LoopClient;
import io.crossline.dashboard.upstream.Service;
import io.crossline.dashboard.upstream.Upstream;
import io.smallrye.mutiny.Uni;

/** A line's parts by their ids. */
@Path("/api/serving/{line}")
public class LinePartResource {

    /** A part has an image or a few. */
    private static final int MOST = 20;

    private final Upstream upstream;
    private final LoopClient loop;

    LinePartResource(Upstream upstream, @RestClient LoopClient loop) {
        this.upstream = upstream;
        this.loop = loop;
    }

    /** What the serving model said of the part, the newest image first. */
    @GET
    @Path("/parts")
    public Uni<JsonNode> part(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @QueryParam("partId") @NotBlank @Size(max = ImagePart.LONGEST_PART_ID) String partId) {
        return upstream.of(Service.EVALUATION, loop.part(line, partId, MOST));
    }

    /** One captured image, PNG. */
    @GET
    @Path("/pictures/{partition}/{offset}/{image}")
    @Produces("image/png")
    public Uni<Response> picture(@PathParam("line") @Pattern(regexp = LineNames.PATTERN) String line,
            @PathParam("partition") @Min(0) int partition, @PathParam("offset") @Min(0) long offset,
            @PathParam("image") @Min(0) int image) {
        return upstream.of(Service.EVALUATION, loop.picture(line, partition, offset, image))
                .map(UpstreamAnswers::picture);
    }
}

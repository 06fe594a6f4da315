package io.crossline.ingest.rest;

import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import io.crossline.contracts.InvalidFieldException;
import io.crossline.ingest.line.ContactSheet;
import io.crossline.ingest.line.LineBoard;
import io.crossline.ingest.line.LineSummary;

/** What each line has sent, whoever published it. */
@Path("/lines")
@Tag(name = "Lines", description = "What each line has sent")
public class LineResource {

    private static final int MAX_PREVIEW = 96;

    private final LineBoard board;

    LineResource(LineBoard board) {
        this.board = board;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "All lines with totals and throughput", description = "Counts what the bus still holds; a batch counts once.")
    public List<LineSummary> list() {
        return board.summaries();
    }

    @GET
    @Path("/{line}/preview")
    @Produces("image/png")
    @Operation(summary = "Images of the newest batch in one picture")
    @APIResponse(responseCode = "200", description = "PNG, six images a row")
    @APIResponse(responseCode = "404", description = "Nothing has come from this line")
    public byte[] preview(String line, @RestQuery @DefaultValue("12") int count) {
        if (count < 1 || count > MAX_PREVIEW) {
            throw new InvalidFieldException("count", "is " + count + ", expected 1 to " + MAX_PREVIEW);
        }
        return board.newestBatch(line).map(batch -> ContactSheet.png(batch.images(), count))
                .orElseThrow(() -> Problems.notFound("line", "Nothing has come from line '" + line + "' yet"));
    }
}

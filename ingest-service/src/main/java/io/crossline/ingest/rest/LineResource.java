package io.crossline.ingest.rest;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.Images;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LineRegistered;
import io.crossline.datasets.ingestion.NewestPictures;
import io.crossline.datasets.ingestion.ShownPicture;
import io.crossline.ingest.line.LineBoard;
import io.crossline.ingest.line.LineRegistrations;
import io.crossline.ingest.line.LineSummary;
import io.crossline.ingest.line.NewestBatches;
import io.crossline.pictures.ContactSheet;
import io.crossline.pictures.ImageFile;
import io.crossline.service.problem.Problems;
import io.crossline.service.security.Caller;
import io.crossline.service.security.Roles;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** What each line has sent, whoever published it. */
@Path("/lines")
@Tag(name = "Lines", description = "What each line has sent")
@RolesAllowed(Roles.VIEWER)
public class LineResource {

    private static final int MAX_PREVIEW = 96;

    private final Caller caller;
    private final LineBoard board;
    private final LineRegistrations registrations;
    private final NewestBatches newest;
    private final NewestPictures pictures;

    LineResource(Caller caller, LineBoard board, LineRegistrations registrations, NewestBatches newest,
            NewestPictures pictures) {
        this.caller = caller;
        this.pictures = pictures;
        this.board = board;
        this.registrations = registrations;
        this.newest = newest;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "All lines with totals and throughput", description = "Counts what Kafka still holds; a batch counts once.")
    public List<LineSummary> list() {
        return board.summaries();
    }

    @GET
    @Path("/{line}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "One line with totals, throughput and registration")
    @APIResponse(responseCode = "404", description = "The line is not registered and nothing has come from it")
    public LineSummary one(String line) {
        return board.summary(line).orElseThrow(() -> unknown(line));
    }

    @PUT
    @RolesAllowed(Roles.OPERATOR)
    @Path("/{line}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register a line, or change its registration", description = "Batches of another shape, or with other classes, are rejected from then on. The first batch of a line registers it, too.")
    @APIResponse(responseCode = "200", description = "What the line is registered with now")
    @APIResponse(responseCode = "400", description = "'field' is wrong, or somebody else registered the line at the same time")
    public LineRegistered register(String line, @Valid NewRegistration asked) {
        return registrations.change(BatchOrigin.requireLineName(line), asked.appearance(registrations.find(line)),
                caller.by(asked.by()), caller.reason(asked.reason(), asked.by()));
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
        return newest.find(line).map(batch -> sheet(batch.images(), count))
                .orElseThrow(() -> unknown(line));
    }

    /** So many images, taken evenly from the whole batch. */
    private static byte[] sheet(Images images, int count) {
        int shown = Math.min(count, images.count());
        return ContactSheet.png(IntStream.range(0, shown)
                .map(i -> (int) ((long) i * images.count() / shown))
                .mapToObj(i -> ImageFile.image(images.shape(), images.image(i))).toList());
    }

    @GET
    @Path("/{line}/pictures")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A few of the newest picture files, as the camera sent them and as the model sees them", description = "Of the pictures that this replica has read since it started, newest first.")
    public List<PictureView> pictures(String line) {
        return pictures.of(line).stream().map(picture -> PictureView.of(line, picture)).toList();
    }

    @GET
    @Path("/{line}/pictures/{id}/sent")
    @Produces("image/jpeg")
    @Operation(summary = "A picture as the camera sent it, smaller")
    @APIResponse(responseCode = "404", description = "It is not, or no longer, among the newest pictures")
    public byte[] sent(String line, String id) {
        return picture(line, id).sent();
    }

    @GET
    @Path("/{line}/pictures/{id}/seen")
    @Produces("image/png")
    @Operation(summary = "A picture as the model sees it, with its tiles where there are some")
    @APIResponse(responseCode = "404", description = "It is not, or no longer, among the newest pictures")
    public byte[] seen(String line, String id) {
        return picture(line, id).seen();
    }

    private ShownPicture picture(String line, String id) {
        return pictures.find(line, id).orElseThrow(
                () -> Problems.missing("id",
                        "Picture " + id + " is not among the newest ones of line '" + line + "'"));
    }

    private static HttpProblem unknown(String line) {
        return Problems.missing("line", "Nothing has come from line '" + line + "' yet");
    }
}

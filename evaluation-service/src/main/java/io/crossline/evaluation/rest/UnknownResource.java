package io.crossline.evaluation.rest;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.crossline.contracts.BatchPredicted;
import io.crossline.evaluation.labels.LabelBook;
import io.crossline.evaluation.labels.Labelled;
import io.crossline.evaluation.labels.LineLabel;
import io.crossline.evaluation.novelty.NoveltyConfig;
import io.crossline.evaluation.novelty.UnknownBook;
import io.crossline.evaluation.scoring.PlacedImages;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.novelty.KindGroups;
import io.crossline.monitoring.novelty.UnknownImage;
import io.crossline.service.problem.Problems;
import io.crossline.service.security.Caller;
import io.crossline.service.security.Roles;
import io.smallrye.common.annotation.Blocking;

@Path("/lines/{line}/unknown")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Unknown kinds", description = "Images that are unlike all that the model knows of the line")
@RolesAllowed(Roles.VIEWER)
public class UnknownResource {

    private final Caller caller;
    private final UnknownBook book;
    private final LabelBook labels;
    private final PlacedImages pictures;
    private final ServingModels models;
    private final NoveltyConfig config;

    UnknownResource(Caller caller, UnknownBook book, LabelBook labels, PlacedImages pictures,
            ServingModels models,
            NoveltyConfig config) {
        this.caller = caller;
        this.book = book;
        this.labels = labels;
        this.pictures = pictures;
        this.models = models;
        this.config = config;
    }

    @GET
    @Operation(summary = "The line's images of unknown kinds that nobody has named, in groups", description = "They are served as unknown; the class that the model would have named is a guess.")
    public UnknownView unknown(@RestPath String line,
            @Parameter(description = "Pictures of each group, and of the images in none, at most") @QueryParam("pictures") @DefaultValue("12") @Min(0) @Max(100) int most) {
        KindGroups kinds = KindGroups.of(book.waiting(line));
        List<ImagePlace> shown = Stream.concat(kinds.groups().stream(), Stream.of(kinds.single()))
                .flatMap(group -> group.stream().limit(most)).map(UnknownImage::place).toList();
        return UnknownView.of(config.enabled(), book.named(line), kinds, pictures.read(line, shown));
    }

    @POST
    @RolesAllowed(Roles.LABELLER)
    @Path("/names")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Name the kind of images that were marked as unknown", description = "The name may be a new class, or one that was given before. The images get labels and leave the groups. Once enough images have the name of a new class, the line's next job learns it.")
    @APIResponse(responseCode = "200", description = "All images have the label now")
    @APIResponse(responseCode = "400", description = "A field is missing or wrong; the problem names it")
    @APIResponse(responseCode = "404", description = "An image is not among the line's images that were marked; nothing is labelled")
    @APIResponse(responseCode = "409", description = "An image has another label, and replace is not asked for; images before it in the request are labelled")
    public NamedView name(@RestPath String line, @NotNull @Valid NameRequest request) {
        String className = request.className().strip();
        if (className.equals(BatchPredicted.UNKNOWN) || className.equals(BatchPredicted.UNUSABLE)) {
            throw Problems.invalid("className", "is '" + className
                    + "', expected the name of a class: this is what images without one are served as");
        }
        List<LineLabel> given = request.labels(line, caller.by(request.by()));
        Set<ImagePlace> marked = book.marked(line, given.stream().map(LineLabel::place).toList());
        given.stream().filter(label -> !marked.contains(label.place())).findFirst().ifPresent(label -> {
            throw Problems.notFound("images", label.place(), "unknown image of line " + line + " at");
        });
        for (LineLabel label : given) {
            Labelled labelled = labels.give(label, request.replace());
            if (labelled.outcome() == Labelled.Outcome.OTHER_BEFORE) {
                throw Problems.conflict("className", "The image " + label.place() + " was labelled '"
                        + labelled.label().className() + "' by " + labelled.label().by()
                        + " before. With \"replace\": true the new label takes its place");
            }
        }
        boolean known = models.model(line).map(model -> model.manifest().classNames().contains(className))
                .orElse(false);
        int missing = known ? 0 : config.leastExamples() - book.named(line).getOrDefault(className, 0);
        return new NamedView(className, given.size(), known, Math.max(0, missing));
    }
}

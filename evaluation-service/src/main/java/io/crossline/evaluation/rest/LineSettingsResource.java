package io.crossline.evaluation.rest;

import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.crossline.contracts.LineConfigured;
import io.crossline.evaluation.line.ConfiguredLines;
import io.crossline.evaluation.line.LineClasses;
import io.crossline.evaluation.line.LineConfigurator;
import io.crossline.evaluation.serving.RecentAims;
import io.crossline.evaluation.serving.RecentChecks;
import io.crossline.evaluation.serving.ServingModels;
import io.crossline.networks.backbone.Backbones;
import io.crossline.service.security.Caller;
import io.crossline.service.security.Roles;
import io.smallrye.common.annotation.Blocking;

@Path("/lines/{line}/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Settings", description = "What people know of a line: how often each class occurs, which is good, what errors cost, whether parts may be turned, the backbone of its models, and which checks of its camera's frames are off")
@RolesAllowed(Roles.VIEWER)
public class LineSettingsResource {

    private final Caller caller;
    private final LineConfigurator configurator;
    private final ConfiguredLines lines;
    private final LineClasses classes;
    private final ServingModels models;
    private final RecentAims aims;
    private final RecentChecks checks;
    private final Backbones backbones;

    LineSettingsResource(Caller caller, LineConfigurator configurator, ConfiguredLines lines, LineClasses classes,
            ServingModels models, RecentAims aims, RecentChecks checks, Backbones backbones) {
        this.caller = caller;
        this.backbones = backbones;
        this.models = models;
        this.aims = aims;
        this.checks = checks;
        this.configurator = configurator;
        this.lines = lines;
        this.classes = classes;
    }

    @GET
    @Operation(summary = "What people set for a line")
    @APIResponse(responseCode = "200", description = "Also for a line for which nobody set anything: then the defaults")
    public LineSettingsView get(@RestPath String line) {
        return view(line, lines.settings(line));
    }

    @PUT
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "Change the settings of a line; what is missing stays as it is", description = "Published to crossline.lines.configured.v1. Adaptations of the line carry the expected mix, turns and the backbone from then on.")
    @APIResponse(responseCode = "200", description = "The settings as they are now")
    @APIResponse(responseCode = "400", description = "A value is wrong, or names a class that the line does not have or a backbone that is not in the folder; the problem names the field")
    public LineSettingsView change(@RestPath String line, @NotNull @Valid LineSettingsRequest request) {
        String by = caller.by(request.by());
        String reason = caller.reason(request.reason(), request.by());
        LineConfigured changed = configurator.change(line, from -> request.change(line, from, backbones, by, reason));
        aims.forget(line);
        checks.forget(line);
        return view(line, Optional.of(changed));
    }

    private LineSettingsView view(String line, Optional<LineConfigured> settings) {
        return LineSettingsView.of(line, settings, classes.of(line).orElse(null), backbones.known(),
                models.model(line).map(LineSettingsView.Threshold::of).orElse(null));
    }
}

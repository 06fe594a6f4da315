package io.crossline.training.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.crossline.adaptation.preset.MethodPreset;
import io.crossline.adaptation.preset.Preset;
import io.crossline.adaptation.preset.Presets;
import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.service.security.Roles;

/** Hyperparameter sets. */
@Path("/presets")
@Tag(name = "Presets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
public class PresetResource {

    /**
     * One training of a preset.
     *
     * @param hyperparameters by name; the number of epochs follows from the schedule and the lines' sizes
     */
    public record TrainingView(Map<String, String> hyperparameters, int passes, String passesOver, int minSteps,
            int maxSteps) {

        static <H extends Record & Hyperparameters> TrainingView of(MethodPreset<H> method) {
            Map<String, String> values = new LinkedHashMap<>(method.hyperparameters().toMap());
            values.remove("epochs");
            values.remove("maxStepsPerEpoch");
            return new TrainingView(values, method.schedule().passes(),
                    method.schedule().of().name().toLowerCase(Locale.ROOT), method.schedule().minSteps(),
                    method.schedule().maxSteps());
        }
    }

    /**
     * A preset; {@code methods} has an entry for each training: cyclegan has two, generators and fineTune.
     *
     * @param largePictures the methods for pictures of 96 pixels a side or more; empty where the size changes nothing
     */
    public record PresetView(String name, String description, Map<String, TrainingView> methods,
            Map<String, TrainingView> largePictures) {

        static PresetView of(Preset preset) {
            return new PresetView(preset.name(), preset.description(), methods(preset),
                    preset.forLargePictures() == null ? Map.of() : methods(preset.forLargePictures()));
        }

        private static Map<String, TrainingView> methods(Preset preset) {
            Map<String, TrainingView> methods = new LinkedHashMap<>();
            methods.put("source", TrainingView.of(preset.source()));
            methods.put("cyclegan.generators", TrainingView.of(preset.generators()));
            methods.put("cyclegan.fineTune", TrainingView.of(preset.fineTune()));
            preset.adaptations().forEach(adaptation -> methods.put(adaptation.method().id(),
                    TrainingView.of(adaptation.preset())));
            return methods;
        }
    }

    private final Presets presets;

    @Inject
    PresetResource(Presets presets) {
        this.presets = presets;
    }

    @GET
    @Operation(summary = "The presets with all hyperparameters of every method")
    public List<PresetView> all() {
        return presets.all().stream().map(PresetView::of).toList();
    }
}

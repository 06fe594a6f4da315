package io.crossline.training.rest;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.crossline.adaptation.preset.Preset;
import io.crossline.adaptation.preset.Presets;
import io.crossline.contracts.BatchImages;
import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.ClassNames;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.LineData;
import io.crossline.contracts.Method;
import io.crossline.service.problem.Problems;
import io.crossline.training.jobs.AdaptationPlan;

/** Checks what bean validation cannot: how the fields of a request go together. */
@ApplicationScoped
class RequestCheck {

    private final Presets presets;
    private final JobSettings settings;

    @Inject
    RequestCheck(Presets presets, JobSettings settings) {
        this.presets = presets;
        this.settings = settings;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem naming the first field at fault */
    AdaptationPlan plan(AdaptationRequest request) {
        requireLine("sourceLine", request.sourceLine(), "source", request.source());
        requireLine("targetLine", request.targetLine(), "target", request.target());
        if (request.sourceLine().equals(request.targetLine())) {
            throw Problems.invalid("targetLine", "is the source line, expected another line");
        }
        String preset = request.preset() == null ? Presets.DEFAULT : request.preset();
        Preset found = presets.find(preset).orElseThrow(
                () -> Problems.invalid("preset", "is '" + preset + "', expected one of " + presets.names()));
        request.methods().stream().filter(method -> !found.has(method)).findFirst().ifPresent(method -> {
            throw Problems.invalid("methods", "names " + method.id() + ", for which preset " + preset
                    + " has no hyperparameters: expected other methods or another preset");
        });
        String backbone = settings.backbone(request);
        if (request.methods().contains(Method.ADABN) && backbone == null
                && !found.hasBatchNormalization()) {
            throw Problems.invalid("methods",
                    "names adabn, which needs a classifier with batch normalisation: expected preset real or a backbone with it");
        }
        List<String> names = ClassNames.normal(request.classNames());
        if (new HashSet<>(names).size() < names.size()) {
            throw Problems.invalid("classNames", "has the same name twice: " + names);
        }
        return new AdaptationPlan(EnumSet.copyOf(request.methods()), preset,
                request.seed() == null ? 0 : request.seed(), request.source(), request.target(), request.shape(),
                names, backbone, settings.turns(request), settings.mix(request), leftOut(request),
                settings.frameChecks(request));
    }

    private static List<BatchImages> leftOut(AdaptationRequest request) {
        List<BatchImages> leftOut = request.leftOut() == null ? List.of() : request.leftOut();
        int images = leftOut.stream().mapToInt(batch -> batch.images().size()).sum();
        if (images > JobRequested.MOST_LEFT_OUT) {
            throw Problems.invalid("leftOut",
                    "names " + images + " images, expected at most " + JobRequested.MOST_LEFT_OUT);
        }
        return leftOut;
    }

    private static void requireLine(String field, String line, String dataField, LineData data) {
        try {
            BatchOrigin.requireLineName(line);
        } catch (InvalidFieldException e) {
            throw Problems.invalid(field, "is '" + line + "', expected 1 to 80 letters, digits, '.', '_' or '-'");
        }
        if (!data.line().equals(line)) {
            throw Problems.invalid(dataField + ".train.line",
                    "is '" + data.line() + "', expected " + field + ", '" + line + "'");
        }
    }
}

package io.crossline.training.rest;

import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.crossline.contracts.ClassNames;
import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.FrameChecks;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.LineConfigured;
import io.crossline.contracts.Method;
import io.crossline.networks.backbone.BackboneException;
import io.crossline.networks.backbone.Backbones;
import io.crossline.service.problem.Problems;
import io.crossline.training.jobs.ConfiguredLines;

/** What the jobs of a request carry where the request says it, or else people set it for a line. */
@ApplicationScoped
class JobSettings {

    private final ConfiguredLines lines;
    private final Backbones backbones;

    @Inject
    JobSettings(ConfiguredLines lines, Backbones backbones) {
        this.lines = lines;
        this.backbones = backbones;
    }

    /** The request's, else what is set for the target line; null where there is neither. */
    ExpectedMix mix(AdaptationRequest request) {
        ExpectedMix wanted = request.expectedMix();
        ExpectedMix mix = wanted != null
                ? wanted
                : lines.of(request.targetLine()).map(LineConfigured::expectedMix).orElse(null);
        try {
            if (mix != null) {
                mix.of(ClassNames.normal(request.classNames()));
            }
            return mix;
        } catch (InvalidFieldException e) {
            throw Problems.invalid(e.field(),
                    setFor(request, wanted == null) + e.getMessage().substring(e.field().length() + 1));
        }
    }

    /** Those that are on for each line. */
    FrameChecks frameChecks(AdaptationRequest request) {
        return new FrameChecks(checksOff(request.source().line()), checksOff(request.target().line()));
    }

    private Set<FrameCheck> checksOff(String line) {
        return lines.of(line).map(LineConfigured::checksOff).orElse(Set.of());
    }

    /** The request's, else true unless one of both lines takes no turns: the source line's images are mirrored as well. */
    boolean turns(AdaptationRequest request) {
        return request.turns() != null
                ? request.turns()
                : Stream.of(request.sourceLine(), request.targetLine())
                        .allMatch(line -> lines.of(line).map(LineConfigured::turns).orElse(true));
    }

    /** SHA-256 of the file that the request names, else of the target line's; null where there is none, or the request's name is empty. */
    String backbone(AdaptationRequest request) {
        boolean isSet = request.backbone() == null;
        String wanted = isSet
                ? lines.of(request.targetLine()).map(LineConfigured::backbone).orElse(null)
                : request.backbone();
        if (wanted == null || wanted.isBlank()) {
            return null;
        }
        if (request.methods().contains(Method.CYCLEGAN)) {
            throw Problems.invalid("methods",
                    "names cyclegan, which trains on pixels, not on a backbone's features: expected the other methods"
                            + (isSet
                                    ? ", or an empty backbone in place of the one set for line " + request.targetLine()
                                    : ""));
        }
        try {
            return backbones.sha256(wanted);
        } catch (BackboneException e) {
            throw Problems.invalid("backbone", setFor(request, isSet) + e.getMessage());
        }
    }

    private static String setFor(AdaptationRequest request, boolean isSet) {
        return isSet ? "set for line " + request.targetLine() + " " : "";
    }
}

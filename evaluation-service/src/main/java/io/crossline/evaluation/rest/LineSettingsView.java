package io.crossline.evaluation.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.LineConfigured;
import io.crossline.evaluation.serving.GoodThreshold;
import io.crossline.evaluation.serving.ServingModel;

/**
 * What people set for a line.
 *
 * @param expectedMix such as {@code good>=0.9}, or null where nobody said so
 * @param goodClass the class of parts without a defect, or null where nobody said so
 * @param escapeCost of a defect that is called good
 * @param overkillCost of a good part that is called a defect
 * @param maxEscapes largest share of the defects that may be called good, 0 to 1, or null for no limit
 * @param turns whether training may mirror and turn images
 * @param backbone SHA-256 of the ONNX file on whose features the line's next models stand, or null
 * @param backboneName of that file; null where there is none in the folder
 * @param checksOff checks of the camera's frames that the line does without
 * @param by who set it so last; null where nobody did
 * @param classNames what the settings may name; null where no classifier of the line is known
 * @param backbones names of the files that the settings may name
 * @param threshold null where there is no limit, no good class, or no serving model with labelled test images
 */
public record LineSettingsView(String line, ExpectedMix expectedMix, String goodClass, double escapeCost,
        double overkillCost, Double maxEscapes, boolean turns, String backbone, String backboneName,
        Set<FrameCheck> checksOff, String by,
        String reason, Instant at, List<String> classNames,
        List<String> backbones, Threshold threshold) {

    /**
     * How the serving model holds the limit of escapes.
     *
     * @param least least probability of the good class with which a part is served as good; above 1: none is
     * @param defects labelled test images of defects by which it was chosen
     * @param proven whether these are enough to hold the limit on images that are drawn like them
     */
    public record Threshold(String modelVersion, double least, int defects, boolean proven) {

        static Threshold of(ServingModel model) {
            GoodThreshold threshold = model.threshold();
            return threshold == null
                    ? null
                    : new Threshold(model.manifest().modelVersion(), threshold.least(), threshold.defects(),
                            threshold.proven());
        }
    }

    static LineSettingsView of(String line, Optional<LineConfigured> set, List<String> classNames,
            Map<String, String> backbones, Threshold threshold) {
        List<String> names = List.copyOf(backbones.keySet());
        return set.map(now -> new LineSettingsView(line, now.expectedMix(), now.goodClass(), now.escapeCost(),
                now.overkillCost(), now.maxEscapes(), now.turns(), now.backbone(), name(now.backbone(), backbones),
                now.checksOff(),
                now.by(), now.reason(),
                now.at(), classNames, names, threshold))
                .orElseGet(() -> new LineSettingsView(line, null, null, LineConfigured.DEFAULT_COST,
                        LineConfigured.DEFAULT_COST, null, true, null, null, Set.of(), null, null, null, classNames,
                        names,
                        threshold));
    }

    private static String name(String sha256, Map<String, String> backbones) {
        return backbones.entrySet().stream().filter(file -> file.getValue().equals(sha256)).map(Map.Entry::getKey)
                .findFirst().orElse(null);
    }
}

package io.crossline.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a model is and how it was made: enough to make it again.
 *
 * @param backend of the numerics: {@code cpu}, or {@code cuda} with the GPU's name
 * @param hyperparameters all of them, by name
 * @param parentModel model that it started from, or null
 * @param targetLabels the few labels of {@code target.train} that it was trained with; none as a rule
 * @param leftOut images of {@code target.train} that the training did not see
 * @param examples images of the target line, with classes that the source line's images do not have, that it was trained with
 * @param expectedMix the target line's mix of classes that it was trained for, or null where none was told
 * @param pixelScaling what the networks take for the bytes of an image
 * @param views how the classifier looks at an image
 * @param backbone frozen feature extractor whose features the networks take in place of pixels, or null
 * @param turns whether the training was allowed to mirror and turn images
 * @param pictures how the line's images were made of picture files when the model was trained, or null where that is not known
 * @param frameChecks which frames of both lines were left out as unusable; null for none
 * @param provenance what made the model, beside backend and code version; null for a model from before it was recorded
 * @param trainSeconds time from the job's first step to its last, waiting left out
 * @param imagesPerSecond training images seen a second in that time
 * @param parametersSha256 SHA-256, in hex, over the parameters of all networks in the archive
 */
public record ModelManifest(String modelVersion, ModelKind kind, Method method, UUID jobId, UUID adaptationId,
        LineData source, LineData target,
        ImageShape shape, List<String> classNames, String preset, long seed, String backend,
        Map<String, String> hyperparameters,
        String parentModel, List<GivenLabel> targetLabels, List<BatchImages> leftOut, List<GivenLabel> examples,
        ExpectedMix expectedMix, PixelScaling pixelScaling, Views views, BackboneFile backbone, Boolean turns,
        PictureSettings pictures, FrameChecks frameChecks,
        Provenance provenance, double trainSeconds, double imagesPerSecond,
        String codeVersion, String parametersSha256, Instant createdAt) {

    /** A model of unknown provenance whose training left out no frame as unusable. */
    public ModelManifest(String modelVersion, ModelKind kind, Method method, UUID jobId, UUID adaptationId,
            LineData source, LineData target, ImageShape shape, List<String> classNames, String preset, long seed,
            String backend, Map<String, String> hyperparameters, String parentModel, List<GivenLabel> targetLabels,
            List<BatchImages> leftOut, List<GivenLabel> examples, ExpectedMix expectedMix, PixelScaling pixelScaling,
            Views views, BackboneFile backbone, Boolean turns, PictureSettings pictures, double trainSeconds,
            double imagesPerSecond,
            String codeVersion, String parametersSha256, Instant createdAt) {
        this(modelVersion, kind, method, jobId, adaptationId, source, target, shape, classNames, preset, seed, backend,
                hyperparameters, parentModel, targetLabels, leftOut, examples, expectedMix, pixelScaling, views,
                backbone, turns, pictures, null, null, trainSeconds, imagesPerSecond, codeVersion, parametersSha256,
                createdAt);
    }

    /** A model that saw every image of the target, has the source line's classes, and whose training was allowed to mirror and turn images. */
    public ModelManifest(String modelVersion, ModelKind kind, Method method, UUID jobId, UUID adaptationId,
            LineData source, LineData target, ImageShape shape, List<String> classNames, String preset, long seed,
            String backend, Map<String, String> hyperparameters, String parentModel, List<GivenLabel> targetLabels,
            ExpectedMix expectedMix, PixelScaling pixelScaling, Views views, BackboneFile backbone,
            double trainSeconds, double imagesPerSecond, String codeVersion, String parametersSha256,
            Instant createdAt) {
        this(modelVersion, kind, method, jobId, adaptationId, source, target, shape, classNames, preset, seed, backend,
                hyperparameters, parentModel, targetLabels, List.of(), List.of(), expectedMix, pixelScaling, views,
                backbone, true, null,
                trainSeconds, imagesPerSecond, codeVersion, parametersSha256, createdAt);
    }

    /** A model without a backbone that saw no target label and was told no mix, of networks that take values from 0 to 1. */
    public ModelManifest(String modelVersion, ModelKind kind, Method method, UUID jobId, UUID adaptationId,
            LineData source, LineData target, ImageShape shape, List<String> classNames, String preset, long seed,
            String backend, Map<String, String> hyperparameters, String parentModel, double trainSeconds,
            double imagesPerSecond, String codeVersion, String parametersSha256, Instant createdAt) {
        this(modelVersion, kind, method, jobId, adaptationId, source, target, shape, classNames, preset, seed, backend,
                hyperparameters, parentModel, List.of(), null, PixelScaling.UNIT, Views.SINGLE, null, trainSeconds,
                imagesPerSecond,
                codeVersion, parametersSha256, createdAt);
    }

    public ModelManifest {
        Require.text("modelVersion", modelVersion);
        Require.present("kind", kind);
        Require.present("method", method);
        Require.present("jobId", jobId);
        Require.present("adaptationId", adaptationId);
        Require.present("source", source);
        Require.present("target", target);
        Require.present("shape", shape);
        classNames = ClassNames.normal(Require.present("classNames", classNames));
        Labels.requireNames(classNames);
        Require.text("preset", preset);
        Require.text("backend", backend);
        hyperparameters = new TreeMap<>(Require.present("hyperparameters", hyperparameters));
        targetLabels = targetLabels == null ? List.of() : List.copyOf(targetLabels);
        leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
        examples = examples == null ? List.of() : List.copyOf(examples);
        // a model from before there was another scaling
        pixelScaling = pixelScaling == null ? PixelScaling.UNIT : pixelScaling;
        views = views == null ? Views.SINGLE : views;
        turns = turns == null || turns;
        Require.that(trainSeconds >= 0, "trainSeconds", "is " + trainSeconds + ", expected 0 or more");
        Require.text("codeVersion", codeVersion);
        BackboneFile.requireSha256("parametersSha256", parametersSha256);
        Require.present("createdAt", createdAt);
    }

    /** The same of a training that left out the frames that these checks mark. */
    public ModelManifest checking(FrameChecks frames) {
        return with(frames, provenance);
    }

    /** The same, made with this. */
    public ModelManifest madeWith(Provenance made) {
        return with(frameChecks, made);
    }

    private ModelManifest with(FrameChecks frames, Provenance made) {
        return new ModelManifest(modelVersion, kind, method, jobId, adaptationId, source, target, shape, classNames,
                preset, seed, backend, hyperparameters, parentModel, targetLabels, leftOut, examples, expectedMix,
                pixelScaling, views, backbone, turns, pictures, frames, made, trainSeconds, imagesPerSecond,
                codeVersion, parametersSha256, createdAt);
    }
}

package io.crossline.adaptation.preset;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.crossline.adaptation.cyclegan.CycleGanHyperparameters;
import io.crossline.adaptation.source.FineTuneHyperparameters;
import io.crossline.adaptation.source.SourceHyperparameters;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Method;
import io.crossline.contracts.Views;
import io.crossline.networks.ClassifierArchitecture;

/**
 * The hyperparameters of all methods.
 *
 * @param description one sentence for people
 * @param generators of CycleGAN's networks, the first part of a cyclegan job
 * @param fineTune of the classifier on translated images, its second part
 * @param adaptations the methods that adapt a source classifier in one training
 * @param forLargePictures the same preset's hyperparameters for pictures of {@link #LARGE_SIDE} pixels a side or more; null where
 *        the size changes nothing
 */
public record Preset(String name, String description, MethodPreset<SourceHyperparameters> source,
        MethodPreset<CycleGanHyperparameters> generators, MethodPreset<FineTuneHyperparameters> fineTune,
        List<AdaptationPreset<?>> adaptations, Preset forLargePictures) {

    /** In pictures of this many pixels a side or more, a defect may be a small part of what is seen. */
    public static final int LARGE_SIDE = 96;

    /** What a classifier on a backbone takes: one view of images as they are, for the backbone's features are kept by picture. */
    private static final Map<String, String> ON_BACKBONE = Map.of("architecture",
            ClassifierArchitecture.BACKBONE.name(), "views", Views.SINGLE.name(), "affine", "0", "elastic", "0",
            "blur", "0", "look", "0", "grain", "0", "mirror", "0", "polarity", "0");

    /** What every method takes where images may be neither mirrored nor turned. */
    private static final Map<String, String> WITHOUT_TURNS = Map.of("views", Views.SINGLE.name(), "mirror", "0",
            "rotation", "0");

    public Preset {
        adaptations = List.copyOf(adaptations);
    }

    /** One for pictures of all sizes. */
    public Preset(String name, String description, MethodPreset<SourceHyperparameters> source,
            MethodPreset<CycleGanHyperparameters> generators, MethodPreset<FineTuneHyperparameters> fineTune,
            List<AdaptationPreset<?>> adaptations) {
        this(name, description, source, generators, fineTune, adaptations, null);
    }

    /** The hyperparameters of a method that adapts a source classifier in one training; empty where the preset does without it. */
    public Optional<AdaptationPreset<?>> adaptation(Method method) {
        return adaptations.stream().filter(adaptation -> adaptation.method() == method)
                .<AdaptationPreset<?>>map(adaptation -> adaptation).findFirst();
    }

    /** Whether a job of this method can take its hyperparameters from here. */
    public boolean has(Method method) {
        return method == Method.SOURCE || method == Method.CYCLEGAN || adaptation(method).isPresent();
    }

    /** The hyperparameters for pictures of this shape, where the networks take pixels. */
    public Preset forPictures(ImageShape shape) {
        return forLargePictures != null && Math.min(shape.height(), shape.width()) >= LARGE_SIDE
                ? forLargePictures
                : this;
    }

    /**
     * The same methods on a backbone, for pictures of all sizes: a backbone has a size of its own. CycleGAN stays as it is, and is not to be
     * used with one.
     */
    public Preset onBackbone() {
        return with(ON_BACKBONE, generators, fineTune, null);
    }

    /** The same methods for parts whose class changes when they are mirrored or turned: no image is, in training or after it. */
    public Preset withoutTurns() {
        return with(WITHOUT_TURNS, generators.with(WITHOUT_TURNS), fineTune.with(WITHOUT_TURNS),
                forLargePictures == null ? null : forLargePictures.withoutTurns());
    }

    private Preset with(Map<String, String> values, MethodPreset<CycleGanHyperparameters> ofGenerators,
            MethodPreset<FineTuneHyperparameters> ofFineTuning, Preset large) {
        return new Preset(name, description, source.with(values), ofGenerators, ofFineTuning,
                adaptations.stream().<AdaptationPreset<?>>map(adaptation -> adaptation.with(values)).toList(), large);
    }

    /** Whether its source classifier has batch normalisation, whose statistics can be those of the target. */
    public boolean hasBatchNormalization() {
        return source.hyperparameters().architecture().hasBatchNormalization();
    }
}

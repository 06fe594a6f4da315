package io.crossline.networks;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PixelScaling;

/** The kinds of classifier that a training can begin with. */
public enum ClassifierArchitecture {
    /** The lecture notebook's two convolutions, on values of 0 to 1: digits and other small images. */
    NOTEBOOK(PixelScaling.UNIT),
    /** Residual blocks with batch normalisation, on standardised images: real pictures. */
    RESIDUAL(PixelScaling.STANDARDIZED),
    /** The same with two residual blocks a stage: small defects in large pictures. */
    RESIDUAL_DEEP(PixelScaling.STANDARDIZED),
    /** A small network on the features of a frozen backbone, which is a file of its own. */
    BACKBONE(PixelScaling.UNIT);

    private final PixelScaling scaling;

    ClassifierArchitecture(PixelScaling scaling) {
        this.scaling = scaling;
    }

    PixelScaling scaling() {
        return scaling;
    }

    /** Whether it has batch normalisation, whose statistics can be those of the target. */
    public boolean hasBatchNormalization() {
        return this != NOTEBOOK;
    }

    Network featureExtractor(ImageShape shape, long seed) {
        return switch (this) {
            case NOTEBOOK -> Network.create(Networks.featureExtractor(shape), seed);
            case RESIDUAL -> Network.create(Networks.residualFeatureExtractor(shape, 1), seed);
            case RESIDUAL_DEEP -> Network.create(Networks.residualFeatureExtractor(shape, 2), seed);
            case BACKBONE -> throw new IllegalArgumentException("The architecture BACKBONE needs a backbone");
        };
    }
}

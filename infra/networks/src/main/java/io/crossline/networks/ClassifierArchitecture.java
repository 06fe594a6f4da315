package io.crossline.networks;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PixelScaling;

/** The kinds of classifier that a training can begin with. */
public enum ClassifierArchitecture {
    /** The lecture notebook's two convolutions, on values of 0 to 1: digits and other small images. */
    NOTEBOOK(PixelScaling.UNIT),
    /** Residual blocks with batch normalisation, on standardised images: real pictures. */
    RESIDUAL(PixelScaling.STANDARDIZED);

    private final PixelScaling scaling;

    ClassifierArchitecture(PixelScaling scaling) {
        this.scaling = scaling;
    }

    PixelScaling scaling() {
        return scaling;
    }

    Network featureExtractor(ImageShape shape, long seed) {
        return this == RESIDUAL
                ? Network.create(Networks.residualFeatureExtractor(shape), seed)
                : Network.create(Networks.featureExtractor(shape), seed);
    }
}

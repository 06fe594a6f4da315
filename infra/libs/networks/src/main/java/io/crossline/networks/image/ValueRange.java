package io.crossline.networks.image;

import io.crossline.contracts.PixelScaling;

/** What range of floats a network takes for the bytes 0..255. */
public enum ValueRange {
    /** 0..1: classifiers. */
    UNIT(1f / 255, 0),
    /** Each image by itself with mean 0 and variance 1: classifiers of real pictures. Bytes cannot be had back. */
    STANDARDIZED(1f / 255, 0),
    /** -1..1: generators and discriminators. */
    SIGNED(2f / 255, -1);

    private final float scale;
    private final float offset;

    ValueRange(float scale, float offset) {
        this.scale = scale;
        this.offset = offset;
    }

    /** What a classifier of that scaling takes. */
    public static ValueRange of(PixelScaling scaling) {
        return scaling == PixelScaling.STANDARDIZED ? STANDARDIZED : UNIT;
    }

    float toFloat(byte value) {
        return (value & 0xff) * scale + offset;
    }

    byte toByte(float value) {
        if (this == STANDARDIZED) {
            throw new UnsupportedOperationException("A standardised image has lost its mean and variance");
        }
        return (byte) Math.round(Math.max(0, Math.min(255, (value - offset) / scale)));
    }
}

package io.crossline.contracts;

/** What a classifier's networks take for the bytes 0 to 255 of an image. */
public enum PixelScaling {
    /** 0 to 1. */
    UNIT,
    /** Each image by itself with mean 0 and variance 1, so that a lamp's strength and contrast do not matter. */
    STANDARDIZED
}

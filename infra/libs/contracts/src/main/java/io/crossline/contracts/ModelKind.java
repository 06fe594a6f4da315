package io.crossline.contracts;

/** What a model archive holds. */
public enum ModelKind {
    /** A feature extractor and a label classifier. */
    CLASSIFIER,
    /** The generators of a line pair, in both directions. */
    GENERATOR
}

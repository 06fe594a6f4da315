package io.crossline.training.trainer;

/** How batches of labelled images are drawn. */
public enum Sampling {
    /** Each image once a pass. */
    PASSES,
    /** Each class equally often, however many images it has. */
    CLASS_BALANCED
}

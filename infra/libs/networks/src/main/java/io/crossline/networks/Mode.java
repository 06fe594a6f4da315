package io.crossline.networks;

/** How batch normalisation behaves. */
public enum Mode {
    /** Statistics of the batch; the running ones move. */
    TRAIN,
    /** Running statistics. */
    INFERENCE
}

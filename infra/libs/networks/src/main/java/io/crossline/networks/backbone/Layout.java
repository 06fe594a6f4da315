package io.crossline.networks.backbone;

/** Order of a network's axes. */
public enum Layout {
    /** {@code [N, C, H, W]}: PyTorch. */
    NCHW,
    /** {@code [N, H, W, C]}: TensorFlow. */
    NHWC
}

package io.crossline.contracts;

/** How a classifier looks at an image. */
public enum Views {
    /** At the image as it is. */
    SINGLE,
    /** At the image and its three mirror images, whose features are averaged: four times the work. */
    MIRRORED
}

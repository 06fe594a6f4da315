package io.crossline.datasets.simulator;

/** A fault in the surface, in the part's own coordinates (unit: half the image's shorter side). */
@FunctionalInterface
interface Defect {

    Defect NONE = (x, y, pixel, surface) -> {
    };

    /** Changes the surface at a point; {@code pixel} is the width of one sample, for soft edges. */
    void mark(double x, double y, double pixel, Surface surface);
}

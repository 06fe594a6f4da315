package io.crossline.bench.loop;

/** The service's defaults, see {@code io.crossline.evaluation.serving.DriftConfig}. */
final class Settings {

    static final int WINDOW_IMAGES = 200;
    static final int REFERENCE_IMAGES = 2000;
    static final double FALSE_ALARM_RATE = 0.01;
    static final int CONFIRMATIONS = 2;
    static final int PERMUTATIONS = (int) Math.ceil(2 / FALSE_ALARM_RATE - 1);
    /** Of the reference, that stay in the line's order. */
    static final int STRETCH = 2 * WINDOW_IMAGES;

    private Settings() {}
}

package io.crossline.monitoring.frames;

/**
 * Where a measure makes a frame unusable.
 *
 * @param light largest of a frame without light
 * @param white smallest of an over-exposed frame
 * @param structure largest of a frame without a part
 * @param sharpness largest of a frame that is out of focus
 * @param constant smallest of a frame that is cut, whatever the row above the constant ones shows
 * @param change largest difference between the blocks of equal frames, in grey values
 */
record FrameLimits(double light, double white, double structure, double sharpness, double constant,
        double change) {

    /** Those that need no frames of the line; no sharpness is too low before it is known. */
    static final FrameLimits FLOORS = new FrameLimits(16, 0.98, 0.004, -1, Double.MAX_VALUE, 1.5);
    /** Least share of rows of a part that was not transferred, and of one from the frame before. */
    static final double CUT = 0.2;
    static final double TORN = 0.1;

    /** A lot of frames may be spoilt while the limits are learnt: so many at each end do not count. */
    private static final double SPOILT = 0.05;
    private static final double LIGHT = 0.25;
    private static final double MORE_WHITE = 0.5;
    private static final double STRUCTURE = 0.3;
    private static final double SHARPNESS = 0.7;
    /** As far below the median as so many times the distance of the least sharp good frames, in logarithms. */
    private static final double SPREAD = 2.3;
    private static final double NEARLY_ALL = 0.99;
    private static final double MORE_CONSTANT = 0.15;
    private static final double CHANGE = 0.25;
    private static final double HALF = 0.5;

    /** Values of the line's good frames by their measure. */
    record Good(GoodFrames light, GoodFrames white, GoodFrames structure, GoodFrames sharpness,
            GoodFrames constant, GoodFrames change) {

        Good() {
            this(new GoodFrames(), new GoodFrames(), new GoodFrames(), new GoodFrames(), new GoodFrames(),
                    new GoodFrames());
        }
    }

    static FrameLimits learnt(Good good) {
        return new FrameLimits(Math.max(FLOORS.light, LIGHT * good.light.quantile(SPOILT)),
                Math.min(FLOORS.white, good.white.quantile(1 - SPOILT) + MORE_WHITE),
                Math.max(FLOORS.structure, STRUCTURE * good.structure.quantile(SPOILT)),
                sharpness(good.sharpness.quantile(SPOILT), good.sharpness.quantile(HALF)),
                Math.max(CUT, good.constant.quantile(NEARLY_ALL) + MORE_CONSTANT),
                Math.min(FLOORS.change, CHANGE * good.change.quantile(HALF)));
    }

    private static double sharpness(double least, double median) {
        return median == 0 ? FLOORS.sharpness : Math.min(SHARPNESS * least, median * Math.pow(least / median, SPREAD));
    }
}

package io.crossline.datasets.simulator;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Split;

/**
 * A simulated data set as a user writes it: {@code PROFILE}, {@code PROFILE?images=6000&test=1200&mix=good:5,dent:1}, or a
 * piece of a line's ageing, {@code PROFILE?to=OTHER&at=0.3&until=0.35}; with or without {@code sim:} in front.
 *
 * @param stretch the piece of the way to another line, or null for the line as its name says
 * @param images of the train split, 1 to 1,000,000
 * @param test images of the test split, 0 to 1,000,000
 * @param mix how often each class comes, in both splits
 */
public record SimulatorSpec(SimulatedLine line, Stretch stretch, int images, int test, ClassMix mix) {

    public static final String SCHEME = "sim:";
    public static final int DEFAULT_IMAGES = 5000;
    public static final int DEFAULT_TEST = 1000;

    static final int MAX_IMAGES = 1_000_000;

    public SimulatorSpec {
        Bounds.check("images", images, 1, MAX_IMAGES);
        Bounds.check("test", test, 0, MAX_IMAGES);
    }

    /** @throws InvalidFieldException naming the option at fault and what it may be */
    public static SimulatorSpec parse(String text) {
        String spec = text == null ? "" : text.trim();
        spec = spec.startsWith(SCHEME) ? spec.substring(SCHEME.length()) : spec;
        int mark = spec.indexOf('?');
        SimulatedLine line = SimulatedLine.named("profile", mark < 0 ? spec : spec.substring(0, mark));
        SpecOptions options = new SpecOptions(mark < 0 ? null : spec.substring(mark + 1));
        return new SimulatorSpec(line, options.stretch(line), options.count("images", DEFAULT_IMAGES),
                options.count("test", DEFAULT_TEST), options.mix());
    }

    /** How many images the split has; a simulated line has no calibration split. */
    public int count(Split split) {
        return switch (split) {
            case TRAIN -> images;
            case TEST -> test;
            case CALIBRATION -> 0;
        };
    }

    /**
     * The split's camera. Lines, pieces of a line's ageing and splits share no image under one seed; on a line that drifts
     * the test split goes on where the train split ends.
     */
    public LineSimulator open(Split split, ImageShape shape, long seed) {
        String which = stretch == null ? line.lineName() : stretch.id();
        Drift drift = stretch == null ? line.drift() : stretch.drift(images);
        long own = RandomStream.seed(seed, which + "/" + split.id());
        return new LineSimulator(drift, mix, shape, own, split == Split.TRAIN ? 0 : images);
    }
}

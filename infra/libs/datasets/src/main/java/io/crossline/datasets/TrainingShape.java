package io.crossline.datasets;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;

/** The shapes that the networks take: height and width 28 to 256 pixels and a multiple of 4, grey or RGB. */
public final class TrainingShape {

    public static final int MIN_SIDE = 28;
    public static final int MAX_SIDE = 256;
    private static final int STEP = 4;

    private TrainingShape() {}

    /** @throws InvalidFieldException for field {@code shape} unless the networks take images of this shape */
    public static ImageShape require(ImageShape shape) {
        if (!isAccepted(shape)) {
            throw new InvalidFieldException("shape",
                    "is " + shape + ", expected a height and a width that are multiples of " + STEP
                            + " from " + MIN_SIDE + " to " + MAX_SIDE + ", and 1 or 3 channels");
        }
        return shape;
    }

    static boolean isAccepted(ImageShape shape) {
        return isAccepted(shape.height()) && isAccepted(shape.width());
    }

    private static boolean isAccepted(int side) {
        return side >= MIN_SIDE && side <= MAX_SIDE && side % STEP == 0;
    }

    /** The smallest accepted shape that holds an image of this size, or the largest there is. */
    static ImageShape nearest(Dimensions size) {
        int side = Math.max(size.height(), size.width());
        int rounded = Math.min(MAX_SIDE, Math.max(MIN_SIDE, (side + STEP - 1) / STEP * STEP));
        return new ImageShape(size.channels(), rounded, rounded);
    }
}

package io.crossline.contracts;

/**
 * The part of a camera's picture that a line looks at, in pixels of the upright picture.
 *
 * @param x of its left edge, 0 or more
 * @param y of its upper edge, 0 or more
 */
public record PictureRegion(int x, int y, int width, int height) {

    private static final int MOST = 65_535;

    public PictureRegion {
        requireWithin("x", x, 0);
        requireWithin("y", y, 0);
        requireWithin("width", width, 1);
        requireWithin("height", height, 1);
    }

    /** @throws InvalidFieldException unless {@code text} is X,Y,WIDTH,HEIGHT */
    public static PictureRegion parse(String text) {
        String[] numbers = text.split(",");
        try {
            if (numbers.length == 4) {
                return new PictureRegion(number(numbers[0]), number(numbers[1]), number(numbers[2]),
                        number(numbers[3]));
            }
        } catch (NumberFormatException e) {
            throw new InvalidFieldException("region", "is '" + text + "', expected X,Y,WIDTH,HEIGHT in pixels", e);
        }
        throw new InvalidFieldException("region", "is '" + text + "', expected X,Y,WIDTH,HEIGHT in pixels");
    }

    private static int number(String text) {
        return Integer.parseInt(text.strip());
    }

    private static void requireWithin(String name, int value, int least) {
        Require.that(value >= least && value <= MOST, "region." + name,
                "is " + value + ", expected " + least + " to " + MOST);
    }

    /** As people write it. */
    @Override
    public String toString() {
        return x + "," + y + "," + width + "," + height;
    }
}

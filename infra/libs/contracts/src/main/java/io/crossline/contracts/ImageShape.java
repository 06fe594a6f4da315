package io.crossline.contracts;

/**
 * Shape of one image, {@code [C, H, W]}.
 *
 * @param channels 1 (grey) or 3 (RGB)
 * @param height pixels, 1 to 1024
 * @param width pixels, 1 to 1024
 */
public record ImageShape(int channels, int height, int width) {

    public static final int MAX_SIDE = 1024;

    public ImageShape {
        Require.that(channels == 1 || channels == 3, "channels", "is " + channels + ", expected 1 or 3");
        Require.that(height >= 1 && height <= MAX_SIDE, "height", "is " + height + ", expected 1 to " + MAX_SIDE);
        Require.that(width >= 1 && width <= MAX_SIDE, "width", "is " + width + ", expected 1 to " + MAX_SIDE);
    }

    /** Bytes of one image, one a channel and pixel. */
    public int bytes() {
        return channels * height * width;
    }

    /** As people write it: {@code 28x28x1}. */
    @Override
    public String toString() {
        return height + "x" + width + "x" + channels;
    }

    /** @throws InvalidFieldException unless {@code text} is HEIGHTxWIDTHxCHANNELS or HEIGHTxWIDTH */
    public static ImageShape parse(String text) {
        String[] parts = text.trim().toLowerCase(java.util.Locale.ROOT).split("x");
        try {
            if (parts.length == 2 || parts.length == 3) {
                int channels = parts.length == 3 ? Integer.parseInt(parts[2]) : 1;
                return new ImageShape(channels, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (NumberFormatException e) {
            throw new InvalidFieldException("shape",
                    "is '" + text + "', expected HEIGHTxWIDTHxCHANNELS such as 28x28x1", e);
        }
        throw new InvalidFieldException("shape", "is '" + text + "', expected HEIGHTxWIDTHxCHANNELS such as 28x28x1");
    }
}

package io.crossline.networks.image;

import io.crossline.contracts.ImageShape;

/** Mirror images. */
public enum Mirror {
    NONE(false, false), SIDEWAYS(true, false), UPRIGHT(false, true), BOTH(true, true);

    private final boolean sideways;
    private final boolean upright;

    Mirror(boolean sideways, boolean upright) {
        this.sideways = sideways;
        this.upright = upright;
    }

    /** The mirror that changes left and right, top and bottom as told. */
    public static Mirror of(boolean sideways, boolean upright) {
        return sideways ? upright ? BOTH : SIDEWAYS : upright ? UPRIGHT : NONE;
    }

    /**
     * @param pixels uint8, {@code [N, H, W, C]}
     * @return the mirrored images, or {@code pixels} itself where nothing changes
     */
    public byte[] apply(byte[] pixels, ImageShape shape) {
        if (this == NONE) {
            return pixels;
        }
        int channels = shape.channels();
        byte[] out = new byte[pixels.length];
        for (int image = 0; image < pixels.length; image += shape.bytes()) {
            for (int row = 0; row < shape.height(); row++) {
                int fromRow = upright ? shape.height() - 1 - row : row;
                for (int column = 0; column < shape.width(); column++) {
                    int fromColumn = sideways ? shape.width() - 1 - column : column;
                    System.arraycopy(pixels, image + (fromRow * shape.width() + fromColumn) * channels, out,
                            image + (row * shape.width() + column) * channels, channels);
                }
            }
        }
        return out;
    }
}

package io.crossline.monitoring.gate;

import java.util.List;

import io.crossline.contracts.ImageShape;

/** Changes of a picture that leave what it shows as it is: a little light, a pixel's shift, a little blur. */
public final class SmallChanges {

    private static final double LIGHT = 0.1;

    private SmallChanges() {}

    /**
     * @param pixels uint8 {@code [N, H, W, C]}
     * @return copies with each change: brighter, darker, shifted both ways, softer
     */
    public static List<byte[]> of(byte[] pixels, ImageShape shape) {
        return List.of(lit(pixels, 1 + LIGHT), lit(pixels, 1 - LIGHT), shifted(pixels, shape, 1, 0),
                shifted(pixels, shape, -1, 0), shifted(pixels, shape, 0, 1), shifted(pixels, shape, 0, -1),
                softer(pixels, shape));
    }

    private static byte[] lit(byte[] pixels, double gain) {
        byte[] lit = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            lit[i] = (byte) Math.min(255, Math.round(gain * (pixels[i] & 0xff)));
        }
        return lit;
    }

    /** The border is repeated. */
    private static byte[] shifted(byte[] pixels, ImageShape shape, int down, int right) {
        byte[] shifted = new byte[pixels.length];
        for (int at = 0; at < pixels.length; at++) {
            shifted[at] = pixels[neighbour(at, shape, -down, -right)];
        }
        return shifted;
    }

    /** Half the pixel itself, an eighth each of those beside it. */
    private static byte[] softer(byte[] pixels, ImageShape shape) {
        byte[] softer = new byte[pixels.length];
        for (int at = 0; at < pixels.length; at++) {
            int around = (pixels[neighbour(at, shape, -1, 0)] & 0xff) + (pixels[neighbour(at, shape, 1, 0)] & 0xff)
                    + (pixels[neighbour(at, shape, 0, -1)] & 0xff) + (pixels[neighbour(at, shape, 0, 1)] & 0xff);
            softer[at] = (byte) Math.round((pixels[at] & 0xff) / 2.0 + around / 8.0);
        }
        return softer;
    }

    /** Index of the value so many rows down and columns right, in the same image and channel; the border's beyond it. */
    private static int neighbour(int at, ImageShape shape, int down, int right) {
        int image = at / shape.bytes();
        int inside = at % shape.bytes();
        int channel = inside % shape.channels();
        int column = inside / shape.channels() % shape.width();
        int row = inside / shape.channels() / shape.width();
        int toRow = Math.max(0, Math.min(shape.height() - 1, row + down));
        int toColumn = Math.max(0, Math.min(shape.width() - 1, column + right));
        return image * shape.bytes() + (toRow * shape.width() + toColumn) * shape.channels() + channel;
    }
}

package io.crossline.monitoring.frames;

import io.crossline.contracts.ImageShape;

/** The lower part of a frame: what was not transferred, or was left from the frame before. */
final class LowerPart {

    /** Values that differ by at most this are one constant value: lossy files and shrinking do so. */
    private static final int CONSTANT = 2;
    /** So much more differ the pixels of a row above a cut from its value. */
    private static final int DIFFERENT = 8;
    /** Share of that row: a digit's lowest stroke is narrower. */
    private static final double ACROSS = 0.6;

    private LowerPart() {}

    /**
     * Share of rows at the bottom that have one constant value. As many rows of the same value at the top are a margin or a letterbox, and
     * do not count. 0 for a frame of one value.
     *
     * @param from index of the frame's first byte
     */
    static double constant(byte[] pixels, int from, ImageShape shape) {
        int last = lastRow(pixels, from, shape);
        if (last < 0) {
            return 0;
        }
        int first = 0;
        while (isConstant(pixels, from, first, shape)) {
            first++;
        }
        return Math.max(0.0, shape.height() - 1 - last - first) / shape.height();
    }

    /** Whether the row above the constant ones differs from them across the frame, as no margin of a centred part does. */
    static boolean isCutAcross(byte[] pixels, int from, ImageShape shape) {
        int last = lastRow(pixels, from, shape);
        return last >= 0 && across(pixels, from, last, shape) >= ACROSS;
    }

    /** The lowest row that is not constant; -1 where all are. */
    private static int lastRow(byte[] pixels, int from, ImageShape shape) {
        int last = shape.height() - 1;
        while (last >= 0 && isConstant(pixels, from, last, shape)) {
            last--;
        }
        return last;
    }

    private static boolean isConstant(byte[] pixels, int from, int y, ImageShape shape) {
        int bytes = shape.width() * shape.channels();
        int constant = from + (shape.height() - 1) * bytes;
        for (int i = 0; i < bytes; i++) {
            if (difference(pixels, from + y * bytes + i, constant + i % shape.channels()) > CONSTANT) {
                return false;
            }
        }
        return true;
    }

    private static double across(byte[] pixels, int from, int y, ImageShape shape) {
        int channels = shape.channels();
        int row = from + y * shape.width() * channels;
        int constant = from + (shape.height() - 1) * shape.width() * channels;
        int different = 0;
        for (int x = 0; x < shape.width(); x++) {
            for (int c = 0; c < channels; c++) {
                if (difference(pixels, row + x * channels + c, constant + c) > DIFFERENT) {
                    different++;
                    break;
                }
            }
        }
        return (double) different / shape.width();
    }

    private static int difference(byte[] pixels, int at, int other) {
        return Math.abs((pixels[at] & 0xff) - (pixels[other] & 0xff));
    }

    /**
     * Pixels of the lowest rows that differ from their left and their upper neighbour: a background or a straight edge has none, so
     * that only what two frames do not share by chance counts.
     *
     * @param rows how many
     */
    static int telling(byte[] pixels, int from, ImageShape shape, int rows) {
        int bytes = shape.width() * shape.channels();
        int telling = 0;
        for (int y = Math.max(1, shape.height() - rows); y < shape.height(); y++) {
            for (int x = 1; x < shape.width(); x++) {
                int at = from + y * bytes + x * shape.channels();
                if (pixels[at] != pixels[at - shape.channels()] && pixels[at] != pixels[at - bytes]) {
                    telling++;
                }
            }
        }
        return telling;
    }
}

package io.crossline.bench.frames;

import java.util.Random;

import io.crossline.contracts.ImageShape;

/** A frame out of focus: means over squares, as a wide aperture makes them, with the sensor's noise after it. */
final class Defocus {

    private static final double NOISE = 1;

    private Defocus() {}

    /** @param width of the squares, as a share of the shorter side */
    static byte[] of(byte[] frame, ImageShape shape, double width, Random random) {
        int radius = Math.max(1, (int) Math.round(width * Math.min(shape.height(), shape.width()) / 2));
        double[] rows = means(values(frame), shape.height(), shape.width(), shape.channels(), radius,
                shape.width() * shape.channels(), shape.channels());
        double[] both = means(rows, shape.width(), shape.height(), shape.channels(), radius, shape.channels(),
                shape.width() * shape.channels());
        byte[] soft = new byte[frame.length];
        for (int i = 0; i < soft.length; i++) {
            soft[i] = Fault.clipped((int) Math.round(both[i] + NOISE * random.nextGaussian()));
        }
        return soft;
    }

    private static double[] values(byte[] frame) {
        double[] values = new double[frame.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = frame[i] & 0xff;
        }
        return values;
    }

    /** Means along one direction, the border's pixels repeated. */
    private static double[] means(double[] values, int lines, int length, int channels, int radius, int lineStep,
            int step) {
        double[] means = new double[values.length];
        for (int line = 0; line < lines; line++) {
            for (int c = 0; c < channels; c++) {
                int from = line * lineStep + c;
                for (int i = 0; i < length; i++) {
                    double sum = 0;
                    for (int d = -radius; d <= radius; d++) {
                        sum += values[from + Math.max(0, Math.min(length - 1, i + d)) * step];
                    }
                    means[from + i * step] = sum / (2 * radius + 1);
                }
            }
        }
        return means;
    }
}

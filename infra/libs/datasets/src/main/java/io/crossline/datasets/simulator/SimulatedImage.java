package io.crossline.datasets.simulator;

/**
 * One photograph of the line.
 *
 * @param index which image of the line it is, from 0
 * @param label ordinal of its {@link DefectClass}
 * @param pixels {@code [H, W, C]}, unsigned bytes 0 to 255; the caller's own array
 */
public record SimulatedImage(int index, int label, byte[] pixels) {

    public DefectClass defectClass() {
        return DefectClass.values()[label];
    }
}

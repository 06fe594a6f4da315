package io.crossline.networks.ops;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@link MaxPooling} on the CPU, plane by plane on the heap. For arrays in this layout oneDNN has only its plain reference
 * loop, which took a third of a classifier's step (it runs forward again on the way back).
 */
final class PoolingWindows {

    private PoolingWindows() {}

    /** The largest pixel of each 2x2 window of {@code x [N, C, H, W]} into {@code y [N, C, H/2, W/2]}. */
    static void maximum(INDArray x, INDArray y) {
        Plane plane = Plane.of(x);
        FloatBuffer from = x.data().asNioFloat();
        FloatBuffer to = y.data().asNioFloat();
        Heap.images(x).forEach(image -> {
            float[] pixels = new float[plane.pixels()];
            float[] maxima = new float[plane.windows()];
            for (int i = image * plane.channels(); i < (image + 1) * plane.channels(); i++) {
                from.get(i * pixels.length, pixels);
                for (int row = 0, window = 0; row < plane.rows(); row++) {
                    int upper = plane.firstPixel(row);
                    int lower = upper + plane.width();
                    for (int column = 0; column < plane.columns(); column++, window++, upper += 2, lower += 2) {
                        maxima[window] = Math.max(Math.max(pixels[upper], pixels[upper + 1]),
                                Math.max(pixels[lower], pixels[lower + 1]));
                    }
                }
                to.put(i * maxima.length, maxima);
            }
        });
    }

    /** Each window's gradient to its largest pixel, the first of equal ones; zero to all others. */
    static void spread(INDArray x, INDArray gradient, INDArray toX) {
        Plane plane = Plane.of(x);
        FloatBuffer from = x.data().asNioFloat();
        FloatBuffer gradients = gradient.data().asNioFloat();
        FloatBuffer to = toX.data().asNioFloat();
        Heap.images(x).forEach(image -> {
            float[] pixels = new float[plane.pixels()];
            float[] ofWindows = new float[plane.windows()];
            float[] ofPixels = new float[plane.pixels()];
            for (int i = image * plane.channels(); i < (image + 1) * plane.channels(); i++) {
                from.get(i * pixels.length, pixels);
                gradients.get(i * ofWindows.length, ofWindows);
                Arrays.fill(ofPixels, 0);
                for (int row = 0, window = 0; row < plane.rows(); row++) {
                    int upper = plane.firstPixel(row);
                    int lower = upper + plane.width();
                    for (int column = 0; column < plane.columns(); column++, window++, upper += 2, lower += 2) {
                        int above = upper + less(pixels[upper], pixels[upper + 1]);
                        int below = lower + less(pixels[lower], pixels[lower + 1]);
                        ofPixels[above + (below - above) * less(pixels[above], pixels[below])] = ofWindows[window];
                    }
                }
                to.put(i * ofPixels.length, ofPixels);
            }
        });
    }

    /** 1 where {@code a < b}, else 0, without a branch: which pixel is the largest cannot be predicted. */
    private static int less(float a, float b) {
        return Float.floatToRawIntBits(a - b) >>> 31;
    }

    /** One channel of one image. */
    private record Plane(int channels, int height, int width) {

        static Plane of(INDArray x) {
            return new Plane((int) x.size(1), (int) x.size(2), (int) x.size(3));
        }

        int pixels() {
            return height * width;
        }

        int rows() {
            return height / 2;
        }

        int columns() {
            return width / 2;
        }

        int windows() {
            return rows() * columns();
        }

        /** Of a row of windows. */
        int firstPixel(int row) {
            return row * 2 * width;
        }
    }
}

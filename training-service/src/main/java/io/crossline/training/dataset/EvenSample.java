package io.crossline.training.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.crossline.contracts.ImageShape;

/**
 * Keeps every k-th image of a stream of unknown length, with k as small as the limit allows: a folder that is sorted by class
 * still gives all classes. Which images are kept follows from their order alone.
 */
final class EvenSample {

    private record Kept(byte[] pixels, int label) {}

    private final ImageShape shape;
    private final int most;
    private List<Kept> kept = new ArrayList<>();
    private int stride = 1;
    private long seen;

    EvenSample(ImageShape shape, int most) {
        this.shape = shape;
        this.most = most;
    }

    void add(LabelMapping.Mapped batch) {
        for (int i = 0; i < batch.labels().length; i++) {
            if (seen++ % stride == 0) {
                kept.add(new Kept(Arrays.copyOfRange(batch.pixels(), i * shape.bytes(), (i + 1) * shape.bytes()),
                        batch.labels()[i]));
                if (kept.size() > most) {
                    halve();
                }
            }
        }
    }

    LabelledSample get() {
        byte[] pixels = new byte[kept.size() * shape.bytes()];
        int[] labels = new int[kept.size()];
        for (int i = 0; i < kept.size(); i++) {
            System.arraycopy(kept.get(i).pixels(), 0, pixels, i * shape.bytes(), shape.bytes());
            labels[i] = kept.get(i).label();
        }
        return new LabelledSample(pixels, labels);
    }

    private void halve() {
        List<Kept> half = new ArrayList<>();
        for (int i = 0; i < kept.size(); i += 2) {
            half.add(kept.get(i));
        }
        kept = half;
        stride *= 2;
    }
}

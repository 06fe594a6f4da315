package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Batches of images drawn at random with replacement, each class as often as the square root of its number of images says (Mahajan et al.
 * 2018, section 2.2). The n-th draw follows from the seed and n alone.
 */
public final class SquareRootStream implements IndexStream {

    /** Keeps these draws apart from those of the other streams of a seed. */
    private static final long SPREAD = 0xAEF17502108EF2D9L;

    /** The sum of the weights of the images up to each one. */
    private final double[] sums;
    private final int batch;
    private final long firstState;
    private long drawn;

    /**
     * @throws IllegalArgumentException if there is no image
     */
    public SquareRootStream(LabelledImages images, int batch, long seed) {
        if (images.count() == 0) {
            throw new IllegalArgumentException("There is no image to draw");
        }
        int[] counts = images.counts();
        double[] shares = Sampling.SQUARE_ROOT.shares(counts);
        this.sums = Arrays.stream(images.labels()).mapToDouble(label -> shares[label] / counts[label]).toArray();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        this.batch = batch;
        this.firstState = seed * SPREAD;
    }

    @Override
    public int[] next() {
        int[] indices = new int[batch];
        for (int i = 0; i < batch; i++) {
            indices[i] = draw(new SplittableRandom(firstState + drawn++).nextDouble(sums[sums.length - 1]));
        }
        return indices;
    }

    /** The first image whose sum is above {@code point}. */
    private int draw(double point) {
        int found = Arrays.binarySearch(sums, point);
        return found >= 0 ? found + 1 : -found - 1;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(drawn);
    }

    @Override
    public void load(DataInput in) throws IOException {
        drawn = in.readLong();
    }
}

package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/**
 * Endless stream of batches of indices: each pass takes the images in a new random order, and leaves out the rest that
 * fills no batch. The order of a pass follows from the seed and the pass's number alone.
 */
public final class BatchStream implements IndexStream {

    private final int count;
    private final int batch;
    private final long seed;
    private int pass = -1;
    private int position;
    private int[] order = {};

    /** @param batch at most {@code count} */
    public BatchStream(int count, int batch, long seed) {
        if (batch > count) {
            throw new IllegalArgumentException("A batch of " + batch + " images needs more than " + count);
        }
        this.count = count;
        this.batch = batch;
        this.seed = seed;
    }

    @Override
    public int[] next() {
        if (position + batch > order.length) {
            shuffle(pass + 1);
            position = 0;
        }
        int[] indices = Arrays.copyOfRange(order, position, position + batch);
        position += batch;
        return indices;
    }

    private void shuffle(int newPass) {
        pass = newPass;
        // the multiplier keeps neighbouring seeds and passes apart
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + pass);
        order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(pass);
        out.writeInt(position);
    }

    @Override
    public void load(DataInput in) throws IOException {
        int savedPass = in.readInt();
        if (savedPass >= 0) {
            shuffle(savedPass);
        }
        position = in.readInt();
    }
}

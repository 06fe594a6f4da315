package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Batches in which each class that has images comes equally often: the classes take turns, and each goes through its own images in
 * passes of a new random order. A class of few images repeats them.
 */
public final class ClassBalancedStream implements IndexStream {

    /** Keeps neighbouring seeds, classes and passes apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int[][] members;
    private final int[][] orders;
    private final long[] orderedPasses;
    private final int batch;
    private final long seed;
    private long drawn;

    /**
     * @param labels class of each image; an image of a negative label is never drawn
     * @param classes number of classes
     * @throws IllegalArgumentException if no image has a label
     */
    public ClassBalancedStream(int[] labels, int classes, int batch, long seed) {
        this.members = IntStream.range(0, classes)
                .mapToObj(k -> IntStream.range(0, labels.length).filter(i -> labels[i] == k).toArray())
                .filter(images -> images.length > 0).toArray(int[][]::new);
        if (members.length == 0) {
            throw new IllegalArgumentException("No image has a class");
        }
        this.orders = new int[members.length][];
        this.orderedPasses = new long[members.length];
        Arrays.fill(orderedPasses, -1);
        this.batch = batch;
        this.seed = seed;
    }

    @Override
    public int[] next() {
        int[] indices = new int[batch];
        for (int i = 0; i < batch; i++) {
            indices[i] = draw(drawn++);
        }
        return indices;
    }

    private int draw(long number) {
        int group = (int) (number % members.length);
        long turn = number / members.length;
        int size = members[group].length;
        order(group, turn / size);
        return orders[group][(int) (turn % size)];
    }

    private void order(int group, long pass) {
        if (orderedPasses[group] == pass) {
            return;
        }
        Random random = new Random((seed * SPREAD + group) * SPREAD + pass);
        int[] order = members[group].clone();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        orders[group] = order;
        orderedPasses[group] = pass;
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

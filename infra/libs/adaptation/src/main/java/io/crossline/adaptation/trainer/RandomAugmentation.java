package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SplittableRandom;

import io.crossline.contracts.ImageShape;

/** An augmentation whose n-th change follows from the seed and n alone, so that a checkpoint need only hold n. */
abstract class RandomAugmentation implements Augmentation {

    private final ImageShape shape;
    private final long firstState;
    private long drawn;

    /**
     * @param spread an odd number that keeps neighbouring seeds apart, and this kind of change from the others
     */
    RandomAugmentation(ImageShape shape, long seed, long spread) {
        this.shape = shape;
        this.firstState = seed * spread;
    }

    @Override
    public final byte[] apply(byte[] image) {
        return change(image, new SplittableRandom(firstState + drawn++));
    }

    /** @return an image of the same shape; the array may be {@code image} itself */
    abstract byte[] change(byte[] image, SplittableRandom random);

    final ImageShape shape() {
        return shape;
    }

    /** Uniform in 0 to {@code limit}. */
    static double upTo(double limit, SplittableRandom random) {
        return limit * random.nextDouble();
    }

    /** Uniform in plus and minus {@code limit}. */
    static double around(double limit, SplittableRandom random) {
        return limit * (2 * random.nextDouble() - 1);
    }

    @Override
    public final void save(DataOutput out) throws IOException {
        out.writeLong(drawn);
    }

    @Override
    public final void load(DataInput in) throws IOException {
        drawn = in.readLong();
    }
}

package io.crossline.training.trainer;

import java.io.DataInput;
import java.io.DataOutput;

import io.crossline.contracts.ImageShape;

/** Changes each training image at random, in an order that follows from a seed. */
public interface Augmentation extends Stateful {

    /**
     * @param image uint8 {@code [H, W, C]}; stays as it is
     * @return an image of the same shape; the array may be {@code image} itself
     */
    byte[] apply(byte[] image);

    /** @param strength 0 for none, 1 for the full range of {@link RandomAffine} */
    static Augmentation of(double strength, ImageShape shape, long seed) {
        return strength == 0 ? none() : new RandomAffine(strength, shape, seed);
    }

    /** Leaves every image as it is. */
    static Augmentation none() {
        return new Augmentation() {
            @Override
            public byte[] apply(byte[] image) {
                return image;
            }

            @Override
            public void save(DataOutput out) {
                // nothing changes
            }

            @Override
            public void load(DataInput in) {
                // nothing changes
            }
        };
    }
}

package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

import io.crossline.contracts.ImageShape;

/** Changes each training image at random, in an order that follows from a seed. */
public interface Augmentation extends Stateful {

    /**
     * @param image uint8 {@code [H, W, C]}; stays as it is
     * @return an image of the same shape; the array may be {@code image} itself
     */
    byte[] apply(byte[] image);

    /** What the distortions ask for: mirrored first, then in another place, another focus, another look, and
     * another polarity. */
    static Augmentation of(Distortions distortions, ImageShape shape, long seed) {
        Augmentation augmentation = none();
        if (distortions.mirror() > 0) {
            augmentation = new RandomMirror(distortions.mirror(), shape, seed);
        }
        if (distortions.affine() > 0 || distortions.elastic() > 0) {
            augmentation = augmentation.then(
                    new RandomPlace(distortions.affine(), distortions.rotation(), distortions.elastic(),
                            distortions.edge(), shape, seed));
        }
        if (distortions.blur() > 0) {
            augmentation = augmentation.then(new RandomBlur(distortions.blur(), shape, seed));
        }
        if (distortions.look() > 0 || distortions.grain() > 0) {
            augmentation = augmentation.then(new RandomLook(distortions.look(), distortions.grain(), shape, seed));
        }
        if (distortions.polarity() > 0) {
            augmentation = augmentation.then(new RandomPolarity(distortions.polarity(), shape, seed));
        }
        return augmentation;
    }

    /** This change, then another one. */
    default Augmentation then(Augmentation next) {
        Augmentation first = this;
        return new Augmentation() {
            @Override
            public byte[] apply(byte[] image) {
                return next.apply(first.apply(image));
            }

            @Override
            public void save(DataOutput out) throws IOException {
                first.save(out);
                next.save(out);
            }

            @Override
            public void load(DataInput in) throws IOException {
                first.load(in);
                next.load(in);
            }
        };
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

package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SplittableRandom;

import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Floats;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * Leaves out a share of the features at random and makes the others larger, so that their mean stays (Srivastava et al. 2014). The n-th
 * draw follows from the seed and n alone.
 */
final class Dropout implements Stateful {

    private static final long SPREAD = 0xC2B2AE3D27D4EB4FL;

    private final double share;
    private final long firstState;
    private long drawn;

    /** @param share 0 to 1, exclusive; 0 leaves nothing out */
    Dropout(double share, long seed) {
        this.share = share;
        this.firstState = seed * SPREAD;
    }

    /** @param features {@code [N, D]} */
    Variable apply(Tape tape, Variable features) {
        if (share == 0) {
            return features;
        }
        SplittableRandom random = new SplittableRandom(firstState + drawn++);
        float[] mask = new float[Math.toIntExact(features.value().length())];
        float kept = (float) (1 / (1 - share));
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < share ? 0 : kept;
        }
        Block block = tape.pool().take(features.shape());
        Floats.write(mask, block.array(features.shape()));
        return Elementwise.multiply(tape, features, tape.scratch(block, features.shape()));
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

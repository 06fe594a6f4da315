package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.SplittableRandom;

import org.hipparchus.distribution.continuous.BetaDistribution;
import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.tape.Floats;

/**
 * Mixes the images of a batch in pairs, and their labels alike: {@code lambda x + (1 - lambda) x'} with {@code lambda} from
 * Beta(alpha, alpha), one for the whole batch (Zhang et al. 2018, "mixup: Beyond empirical risk minimization", equation 1 and figure 1).
 * The other image of a pair is the one at the same place of the batch in reverse order. The n-th lambda follows from the seed and n alone.
 */
public final class Mixup implements Stateful {

    /** Keeps these draws apart from those of the other streams of a seed. */
    private static final long SPREAD = 0x9FB21C651E98DF25L;

    private final BetaDistribution distribution;
    private final long firstState;
    private long drawn;

    /** @param alpha 0 or more; 0 leaves every batch as it is */
    public Mixup(double alpha, long seed) {
        this.distribution = alpha == 0 ? null : new BetaDistribution(alpha, alpha);
        this.firstState = seed * SPREAD;
    }

    /** Mixes what a batch has been filled with: what the network takes for the images, and the labels. */
    public void apply(TrainingBatch batch) {
        if (distribution == null) {
            return;
        }
        float lambda = (float) distribution
                .inverseCumulativeProbability(new SplittableRandom(firstState + drawn++).nextDouble());
        mix(batch.images(), lambda);
        mix(batch.oneHot(), lambda);
    }

    private static void mix(INDArray array, float lambda) {
        float[] values = Floats.read(array);
        mix(values, Math.toIntExact(array.size(0)), lambda);
        Floats.write(values, array);
    }

    /** Mixes the rows of {@code values} with those in reverse order, in place. The middle row of an odd number stays. */
    static void mix(float[] values, int rows, float lambda) {
        int length = values.length / rows;
        for (int row = 0; row < rows / 2; row++) {
            int first = row * length;
            int second = (rows - 1 - row) * length;
            for (int i = 0; i < length; i++) {
                float one = values[first + i];
                float other = values[second + i];
                values[first + i] = lambda * one + (1 - lambda) * other;
                values[second + i] = lambda * other + (1 - lambda) * one;
            }
        }
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

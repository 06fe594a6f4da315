package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

import io.crossline.networks.image.ImageEncoder;
import io.crossline.networks.tape.ArrayPool;

/** Endless stream of batches of both lines. */
public final class JointBatches implements Stateful {

    private final LabelledImages source;
    private final UnlabelledImages target;
    private final IndexStream sourceIndices;
    private final IndexStream targetIndices;
    private final Augmentation augmentation;
    private final Refinements refinements;
    private final JointBatch batch;
    private int[] newestTarget = {};

    /**
     * @param size images of each line in a batch
     * @param encoder what the networks take for the images
     * @param refinements say how the images change at random
     * @param sampling of the source's images
     */
    public JointBatches(ArrayPool pool, LabelledImages source, UnlabelledImages target, int size,
            ImageEncoder encoder, Refinements refinements, Sampling sampling, long seed) {
        this.refinements = refinements;
        this.source = source;
        this.target = target;
        this.sourceIndices = IndexStream.of(source, size, sampling, seed);
        this.targetIndices = new BatchStream(target.count(), size, seed + 1);
        this.augmentation = Augmentation.of(refinements.distortions(), source.shape(), seed);
        this.batch = new JointBatch(pool, encoder, size, source.classes());
    }

    /** The next batch; the one before is overwritten. */
    public JointBatch next() {
        return next(targetIndices.next());
    }

    /** The next batch of the source with these images of the target; the one before is overwritten. */
    JointBatch next(int[] targetImages) {
        newestTarget = targetImages;
        batch.fill(source, sourceIndices.next(), target, newestTarget, augmentation, refinements);
        return batch;
    }

    /** The images that make up the target half of the newest batch, in its order. */
    public int[] newestTarget() {
        return newestTarget;
    }

    /** Images of both lines in a batch. */
    public int images() {
        return 2 * batch.half();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        for (Stateful part : parts()) {
            part.save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        for (Stateful part : parts()) {
            part.load(in);
        }
    }

    private List<Stateful> parts() {
        return List.of(sourceIndices, targetIndices, augmentation);
    }
}

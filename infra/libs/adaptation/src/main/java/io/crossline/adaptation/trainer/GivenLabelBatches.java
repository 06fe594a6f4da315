package io.crossline.adaptation.trainer;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

import io.crossline.adaptation.loss.ClassificationLoss;
import io.crossline.networks.image.ImageEncoder;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * The few target images that people labelled, a small batch of them a step: in passes where there are enough for a batch, else
 * drawn with replacement. Each draw follows from the seed and its number alone.
 */
final class GivenLabelBatches implements Stateful {

    /** Small beside the batches of both lines: the labels are few, and each is seen often anyway. */
    private static final int MOST = 32;
    /** Keeps these draws apart from those of the other streams of a seed. */
    private static final long SPREAD = 0xD6E8FEB86659FD93L;

    private final LabelledImages given;
    private final BatchStream passes;
    private final Refinements refinements;
    private final Augmentation augmentation;
    private final TrainingBatch batch;
    private final int size;
    private final long firstState;
    private long drawn;

    /**
     * @param encoder what the networks take for the images
     * @param given at least one
     * @param step images of each line in a step: no more are drawn
     */
    GivenLabelBatches(ArrayPool pool, ImageEncoder encoder, LabelledImages given, int step, Refinements refinements,
            long seed) {
        this.given = given;
        this.refinements = refinements;
        this.size = Math.min(MOST, step);
        this.passes = given.count() < size ? null : new BatchStream(given.count(), size, seed + 2);
        this.augmentation = Augmentation.of(refinements.distortions(), given.shape(), seed + 2);
        this.batch = new TrainingBatch(pool, encoder, size, given.classes());
        this.firstState = seed * SPREAD;
    }

    /** Mean cross-entropy of the next batch, {@code [1]}. */
    Variable nextLoss(Tape tape, TrainedClassifier classifier) {
        batch.fill(given, passes == null ? draw() : passes.next(), augmentation, refinements);
        Variable features = classifier.features(tape, tape.constant(batch.images()));
        return ClassificationLoss.crossEntropy(tape, classifier.logits(tape, features), tape.constant(batch.oneHot()));
    }

    /** Images of a batch. */
    int size() {
        return size;
    }

    private int[] draw() {
        return new SplittableRandom(firstState + drawn++).ints(size, 0, given.count()).toArray();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(drawn);
        for (Stateful part : parts()) {
            part.save(out);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        drawn = in.readLong();
        for (Stateful part : parts()) {
            part.load(in);
        }
    }

    private List<Stateful> parts() {
        return passes == null ? List.of(augmentation) : List.of(passes, augmentation);
    }
}

package io.crossline.training.trainer;

import java.util.List;
import java.util.Map;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** What the methods share that adapt a classifier on batches of both lines: one extraction of both serves every loss. */
public abstract class JointSteps implements TrainingSteps {

    private final ArrayPool pool = new ArrayPool();
    private final JointBatches batches;
    private final TrainedClassifier classifier;

    /**
     * @param size images of each line in a step
     * @param networks to begin with; they hold the result, and are the caller's to close
     * @param steps of the whole training
     */
    protected JointSteps(LabelledImages source, UnlabelledImages target, int size, long seed,
            ClassifierNetworks networks, double featureLearningRate, double labelLearningRate, Refinements refinements,
            int steps) {
        this.batches = new JointBatches(pool, source, target, size, refinements, seed);
        this.classifier = new TrainedClassifier(networks, refinements.learningRate(featureLearningRate, steps),
                refinements.learningRate(labelLearningRate, steps), refinements.averageDecay());
    }

    @Override
    public final Map<String, Double> step() {
        JointBatch batch = batches.next();
        try (Tape tape = classifier.tape(pool)) {
            return step(tape, batch, classifier.features(tape, tape.constant(batch.images())));
        }
    }

    /**
     * Finds the loss and lets both networks learn from it.
     *
     * @param features of the batch's images, {@code [2N, 128]}: source, then target
     * @return the losses by name
     */
    protected abstract Map<String, Double> step(Tape tape, JointBatch batch, Variable features);

    /** Moves both networks against the gradient of {@code loss}. */
    protected final void learn(Tape tape, Variable loss) {
        tape.backward(loss);
        classifier.update();
    }

    protected final ArrayPool pool() {
        return pool;
    }

    protected final JointBatches batches() {
        return batches;
    }

    protected final TrainedClassifier classifier() {
        return classifier;
    }

    @Override
    public final int imagesPerStep() {
        return batches.images();
    }

    @Override
    public List<Stateful> state() {
        return classifier.stateAfter(batches);
    }

    @Override
    public void close() {
        classifier.close();
        pool.close();
    }
}

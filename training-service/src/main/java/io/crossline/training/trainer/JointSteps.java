package io.crossline.training.trainer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * What the methods share that adapt a classifier on batches of both lines: one extraction of both serves every loss. Where
 * people labelled a few target images, their cross-entropy is added to the method's loss, with weight 1.
 */
public abstract class JointSteps implements TrainingSteps {

    /** Name of the given labels' cross-entropy among the losses. */
    static final String GIVEN_LABELS = "givenLabels";

    private final ArrayPool pool = new ArrayPool();
    private final JointBatches batches;
    private final TrainedClassifier classifier;
    private final Optional<GivenLabelBatches> given;

    /**
     * @param given images of the target that people labelled; none as a rule
     * @param size images of each line in a step
     * @param networks to begin with; they hold the result, and are the caller's to close
     * @param steps of the whole training
     */
    protected JointSteps(LabelledImages source, UnlabelledImages target, LabelledImages given, int size, long seed,
            ClassifierNetworks networks, double featureLearningRate, double labelLearningRate, Refinements refinements,
            int steps) {
        this.batches = new JointBatches(pool, source, target, size, networks.valueRange(), refinements, seed);
        this.classifier = new TrainedClassifier(networks, refinements.learningRate(featureLearningRate, steps),
                refinements.learningRate(labelLearningRate, steps), refinements.averageDecay());
        this.given = given.count() == 0
                ? Optional.empty()
                : Optional.of(new GivenLabelBatches(pool, given, size, refinements, seed));
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

    /**
     * Moves both networks against the gradient of {@code loss}, and of the given labels' where there are some.
     *
     * @param losses by name
     * @return the same, and {@code givenLabels} where there are some
     */
    protected final Map<String, Double> learn(Tape tape, Variable loss, Map<String, Double> losses) {
        if (given.isEmpty()) {
            move(tape, loss);
            return losses;
        }
        Variable labelled = given.get().nextLoss(tape, classifier);
        Map<String, Double> all = new HashMap<>(losses);
        all.put(GIVEN_LABELS, labelled.scalar());
        move(tape, Elementwise.add(tape, loss, labelled));
        return all;
    }

    private void move(Tape tape, Variable loss) {
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
        return batches.images() + given.map(GivenLabelBatches::size).orElse(0);
    }

    @Override
    public final List<Stateful> state() {
        return Stream.concat(methodState().stream(), given.stream()).toList();
    }

    /** Everything of the method that the following steps depend on. */
    protected List<Stateful> methodState() {
        return classifier.stateAfter(batches);
    }

    @Override
    public void close() {
        classifier.close();
        pool.close();
    }
}

package io.crossline.adaptation.trainer;

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
 * people labelled a few target images, their cross-entropy is added to the method's loss, with weight 1. Where the target's mix of classes
 * is told, both lines' batches hold all classes alike often, those of the target by labels that the classifier gives it under that mix: else
 * a line with few defects would be aligned with one that has many.
 */
public abstract class JointSteps implements TrainingSteps {

    /** Name of the given labels' cross-entropy among the losses. */
    static final String GIVEN_LABELS = "givenLabels";

    /** How often the target is labelled in a training whose mix is told. */
    private static final int LABELLINGS = 4;

    private final ArrayPool pool = new ArrayPool();
    private final AdaptationTarget target;
    private final long seed;
    private final JointBatches batches;
    private final TrainedClassifier classifier;
    private final Optional<TargetLabelling> labelling;
    private final Optional<GivenLabelBatches> given;

    /**
     * @param size images of each line in a step
     * @param networks to begin with; they hold the result, and are the caller's to close
     * @param steps of the whole training
     */
    protected JointSteps(LabelledImages source, AdaptationTarget target, int size, long seed,
            ClassifierNetworks networks, double featureLearningRate, double labelLearningRate, Refinements refinements,
            int steps) {
        this.target = target;
        this.seed = seed;
        this.batches = new JointBatches(pool, source, target.images(), size, networks.encoder(), refinements,
                target.mix().isPresent() ? Sampling.CLASS_BALANCED : refinements.sampling(), seed);
        this.labelling = target.mix().map(mix -> new TargetLabelling(
                new TargetLabeller(target.images(), target.mix(), seed),
                source.classes(), size, Math.max(1, steps / LABELLINGS), round -> 1, seed + 1));
        this.classifier = new TrainedClassifier(networks, refinements.learningRate(featureLearningRate, steps),
                refinements.learningRate(labelLearningRate, steps), refinements, seed);
        this.given = target.given().count() == 0
                ? Optional.empty()
                : Optional.of(new GivenLabelBatches(pool, networks.encoder(), target.given(), size, refinements, seed));
    }

    @Override
    public final Map<String, Double> step() {
        JointBatch batch = labelling.map(labels -> batches.next(labels.next(classifier.average())))
                .orElseGet(batches::next);
        try (Tape tape = classifier.tape(pool)) {
            return step(tape, batch, classifier.features(tape, batch));
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

    @Override
    public void finish() {
        TargetFit.apply(classifier.average(), target.images(), target.mix(), seed);
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
        return Stream.of(methodState().stream(), given.stream(), labelling.stream()).flatMap(part -> part)
                .map(Stateful.class::cast).toList();
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

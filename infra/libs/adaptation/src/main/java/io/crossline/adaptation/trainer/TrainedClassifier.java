package io.crossline.adaptation.trainer;

import java.util.List;
import java.util.stream.Stream;

import io.crossline.networks.Adam;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.Mode;
import io.crossline.networks.ops.Rows;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;
import io.crossline.networks.tape.Views;

/** A classifier with its optimisers and, where asked for, the moving average of its parameters. */
public final class TrainedClassifier implements AutoCloseable {

    private final WeightAverage average;
    private final TrainedNetwork featureExtractor;
    private final TrainedNetwork labelClassifier;
    private final Dropout dropout;

    /**
     * @param networks to begin with; they hold the result, and are the caller's to close
     * @param refinements say what is averaged, made smaller and left out
     * @param seed of what is left out
     */
    public TrainedClassifier(ClassifierNetworks networks, LearningRate featureLearningRate,
            LearningRate labelLearningRate, Refinements refinements, long seed) {
        this.dropout = new Dropout(refinements.dropout(), seed);
        this.average = new WeightAverage(networks, refinements.averageDecay());
        this.featureExtractor = new TrainedNetwork(average.student().featureExtractor(), featureLearningRate,
                Adam.BETA1,
                refinements.weightDecay());
        this.labelClassifier = new TrainedNetwork(average.student().labelClassifier(), labelLearningRate, Adam.BETA1,
                refinements.weightDecay());
    }

    /** A tape on which both networks learn. */
    public Tape tape(ArrayPool pool) {
        return new Tape(pool, featureExtractor.parameters(), labelClassifier.parameters());
    }

    /** What the network takes for images, {@code [N, C, H, W]}, to features {@code [N, 128]}. */
    public Variable features(Tape tape, Variable images) {
        return featureExtractor.network().forward(tape, images, Mode.TRAIN);
    }

    /** Features of both lines, {@code [2N, 128]}. Batch normalisation takes the statistics of each line by itself. */
    Variable features(Tape tape, JointBatch batch) {
        if (!NormalizationStatistics.has(average())) {
            return features(tape, tape.constant(batch.images()));
        }
        return Rows.concatenate(tape, features(tape, tape.constant(Views.share(batch.images(), 0, 2))),
                features(tape, tape.constant(Views.share(batch.images(), 1, 2))));
    }

    /** Features {@code [N, 128]} to logits {@code [N, K]}. */
    public Variable logits(Tape tape, Variable features) {
        return labelClassifier.network().forward(tape, dropout.apply(tape, features), Mode.TRAIN);
    }

    /** Moves both networks against their gradients. */
    public void update() {
        featureExtractor.update();
        labelClassifier.update();
        average.update();
    }

    /** The networks that hold the result so far. */
    public ClassifierNetworks average() {
        return average.average();
    }

    /** Feature extractor, label classifier, average and dropout, after {@code before}. */
    public List<Stateful> stateAfter(Stateful... before) {
        return Stream.concat(Stream.of(before), Stream.of(featureExtractor, labelClassifier, average, dropout))
                .toList();
    }

    @Override
    public void close() {
        featureExtractor.close();
        labelClassifier.close();
        average.close();
    }
}

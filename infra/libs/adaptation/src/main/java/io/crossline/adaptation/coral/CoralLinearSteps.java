package io.crossline.adaptation.coral;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.adaptation.loss.ClassificationLoss;
import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.IndexStream;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.LearningRate;
import io.crossline.adaptation.trainer.NetworkPredictions;
import io.crossline.adaptation.trainer.NormalizationStatistics;
import io.crossline.adaptation.trainer.Sampling;
import io.crossline.adaptation.trainer.Stateful;
import io.crossline.adaptation.trainer.TargetFit;
import io.crossline.adaptation.trainer.TargetLabeller;
import io.crossline.adaptation.trainer.TargetLabelling;
import io.crossline.adaptation.trainer.TrainedNetwork;
import io.crossline.adaptation.trainer.TrainingSteps;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.Mode;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Floats;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Steps of the label classifier on aligned source features, which are found once, at the start. */
final class CoralLinearSteps implements TrainingSteps {

    private final ArrayPool pool = new ArrayPool();
    private final LabelledImages source;
    private final float[][] aligned;
    private final AdaptationTarget target;
    private final ClassifierNetworks networks;
    private final long seed;
    private final IndexStream indices;
    private final INDArray features;
    private final INDArray oneHot;
    private final TrainedNetwork labelClassifier;

    CoralLinearSteps(LabelledImages source, AdaptationTarget target, int size,
            CoralLinearHyperparameters hyperparameters, long seed, ClassifierNetworks networks) {
        this.source = source;
        this.target = target;
        this.networks = networks;
        this.seed = seed;
        float[][] sourceFeatures = NetworkPredictions.of(networks, source.withoutLabels()).features();
        // the target's features are those that the classifier will have at work
        NormalizationStatistics.estimate(networks, target.images(), seed);
        float[][] targetFeatures = NetworkPredictions.of(networks, target.images()).features();
        Sampling sampling = target.mix().isPresent() ? Sampling.CLASS_BALANCED : Sampling.PASSES;
        FeatureAlignment alignment = target.mix().isPresent()
                ? new FeatureAlignment(
                        rows(sourceFeatures, IndexStream.of(source, source.count(), sampling, seed).next()),
                        rows(targetFeatures, balancedTarget(source)), hyperparameters.regularization())
                : new FeatureAlignment(sourceFeatures, targetFeatures, hyperparameters.regularization());
        this.aligned = alignment.apply(sourceFeatures);
        this.indices = IndexStream.of(source, size, sampling, seed);
        this.features = pool.take(size, aligned[0].length).array(size, aligned[0].length);
        this.oneHot = pool.take(size, source.classes()).array(size, source.classes());
        this.labelClassifier = new TrainedNetwork(networks.labelClassifier(),
                LearningRate.constant(hyperparameters.learningRate()));
    }

    /** All classes alike often, as in the source's draw: else few defects would be aligned with many. */
    private int[] balancedTarget(LabelledImages source) {
        return new TargetLabelling(new TargetLabeller(target.images(), target.mix(), seed), source.classes(),
                target.images().count(), 1, round -> 1, seed).next(networks);
    }

    private static float[][] rows(float[][] features, int[] chosen) {
        return Arrays.stream(chosen).mapToObj(i -> features[i]).toArray(float[][]::new);
    }

    @Override
    public Map<String, Double> step() {
        int[] chosen = indices.next();
        float[] rows = new float[Math.toIntExact(features.length())];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(aligned[chosen[i]], 0, rows, i * aligned[0].length, aligned[0].length);
        }
        Floats.write(rows, features);
        Floats.write(source.oneHot(chosen), oneHot);
        try (Tape tape = new Tape(pool, labelClassifier.parameters())) {
            Variable logits = labelClassifier.network().forward(tape, tape.constant(features), Mode.TRAIN);
            Variable loss = ClassificationLoss.crossEntropy(tape, logits, tape.constant(oneHot));
            double classification = loss.scalar();
            tape.backward(loss);
            labelClassifier.update();
            return Map.of("classification", classification);
        }
    }

    @Override
    public void finish() {
        TargetFit.apply(networks, target.images(), target.mix(), seed);
    }

    @Override
    public int imagesPerStep() {
        return Math.toIntExact(features.size(0));
    }

    @Override
    public List<Stateful> state() {
        return List.of(indices, labelClassifier);
    }

    @Override
    public void close() {
        labelClassifier.close();
        pool.close();
    }
}

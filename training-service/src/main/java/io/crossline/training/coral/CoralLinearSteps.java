package io.crossline.training.coral;

import java.util.List;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.Mode;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Floats;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;
import io.crossline.training.loss.ClassificationLoss;
import io.crossline.training.trainer.BatchStream;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.LearningRate;
import io.crossline.training.trainer.NetworkPredictions;
import io.crossline.training.trainer.Stateful;
import io.crossline.training.trainer.TrainedNetwork;
import io.crossline.training.trainer.TrainingSteps;
import io.crossline.training.trainer.UnlabelledImages;

/** Steps of the label classifier on aligned source features, which are found once, at the start. */
final class CoralLinearSteps implements TrainingSteps {

    private final ArrayPool pool = new ArrayPool();
    private final LabelledImages source;
    private final float[][] aligned;
    private final BatchStream indices;
    private final INDArray features;
    private final INDArray oneHot;
    private final TrainedNetwork labelClassifier;

    CoralLinearSteps(LabelledImages source, UnlabelledImages target, int size,
            CoralLinearHyperparameters hyperparameters, long seed, ClassifierNetworks networks) {
        this.source = source;
        float[][] sourceFeatures = NetworkPredictions.of(networks, source.withoutLabels()).features();
        FeatureAlignment alignment = new FeatureAlignment(sourceFeatures,
                NetworkPredictions.of(networks, target).features(), hyperparameters.regularization());
        this.aligned = alignment.apply(sourceFeatures);
        this.indices = new BatchStream(source.count(), size, seed);
        this.features = pool.take(size, aligned[0].length).array(size, aligned[0].length);
        this.oneHot = pool.take(size, source.classes()).array(size, source.classes());
        this.labelClassifier = new TrainedNetwork(networks.labelClassifier(),
                LearningRate.constant(hyperparameters.learningRate()));
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

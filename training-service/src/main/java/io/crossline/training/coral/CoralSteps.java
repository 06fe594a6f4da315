package io.crossline.training.coral;

import java.util.List;
import java.util.Map;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.Mode;
import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Rows;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;
import io.crossline.training.loss.ClassificationLoss;
import io.crossline.training.loss.CoralLoss;
import io.crossline.training.trainer.BatchStream;
import io.crossline.training.trainer.JointBatch;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.Stateful;
import io.crossline.training.trainer.TrainedNetwork;
import io.crossline.training.trainer.TrainingSteps;
import io.crossline.training.trainer.UnlabelledImages;

/** Each step updates both networks against {@code classification + coralWeight coral}. */
final class CoralSteps implements TrainingSteps {

    private final ArrayPool pool = new ArrayPool();
    private final LabelledImages source;
    private final UnlabelledImages target;
    private final double coralWeight;
    private final BatchStream sourceIndices;
    private final BatchStream targetIndices;
    private final JointBatch batch;
    private final TrainedNetwork featureExtractor;
    private final TrainedNetwork labelClassifier;

    CoralSteps(LabelledImages source, UnlabelledImages target, int size, CoralHyperparameters hyperparameters,
            long seed, ClassifierNetworks networks) {
        this.source = source;
        this.target = target;
        this.coralWeight = hyperparameters.coralWeight();
        this.sourceIndices = new BatchStream(source.count(), size, seed);
        this.targetIndices = new BatchStream(target.count(), size, seed + 1);
        this.batch = new JointBatch(pool, source.shape(), size, source.classes());
        this.featureExtractor = new TrainedNetwork(networks.featureExtractor(), hyperparameters.featureLearningRate());
        this.labelClassifier = new TrainedNetwork(networks.labelClassifier(), hyperparameters.labelLearningRate());
    }

    @Override
    public Map<String, Double> step() {
        batch.fill(source, sourceIndices.next(), target, targetIndices.next());
        int half = batch.half();
        try (Tape tape = new Tape(pool, featureExtractor.parameters(), labelClassifier.parameters())) {
            Variable features = featureExtractor.network().forward(tape, tape.constant(batch.images()), Mode.TRAIN);
            Variable sourceFeatures = Rows.slice(tape, features, 0, half);
            Variable targetFeatures = Rows.slice(tape, features, half, 2L * half);
            Variable logits = labelClassifier.network().forward(tape, sourceFeatures, Mode.TRAIN);
            Variable classification = ClassificationLoss.crossEntropy(tape, logits,
                    tape.constant(batch.sourceOneHot()));
            Variable coral = CoralLoss.coralLoss(tape, sourceFeatures, targetFeatures);
            Variable loss = Elementwise.add(tape, classification, Elementwise.scale(tape, coral, coralWeight));
            Map<String, Double> losses = Map.of("classification", classification.scalar(), "coral", coral.scalar());
            tape.backward(loss);
            featureExtractor.update();
            labelClassifier.update();
            return losses;
        }
    }

    @Override
    public int imagesPerStep() {
        return 2 * batch.half();
    }

    @Override
    public List<Stateful> state() {
        return List.of(sourceIndices, targetIndices, featureExtractor, labelClassifier);
    }

    @Override
    public void close() {
        featureExtractor.close();
        labelClassifier.close();
        pool.close();
    }
}

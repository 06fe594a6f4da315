package io.crossline.training.coral;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Rows;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;
import io.crossline.training.loss.ClassificationLoss;
import io.crossline.training.loss.CoralLoss;
import io.crossline.training.trainer.JointBatch;
import io.crossline.training.trainer.JointBatches;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.Refinements;
import io.crossline.training.trainer.Stateful;
import io.crossline.training.trainer.TrainedClassifier;
import io.crossline.training.trainer.TrainingSteps;
import io.crossline.training.trainer.UnlabelledImages;

/**
 * Each step updates both networks against {@code classification + coralWeight coral}, and where asked for against what the
 * target predictions tell, {@code entropyWeight entropy(target) - diversityWeight marginalEntropy(target)}.
 */
final class CoralSteps implements TrainingSteps {

    private final ArrayPool pool = new ArrayPool();
    private final CoralHyperparameters hyperparameters;
    private final JointBatches batches;
    private final TrainedClassifier classifier;

    CoralSteps(LabelledImages source, UnlabelledImages target, int size, CoralHyperparameters hyperparameters,
            long seed, ClassifierNetworks networks, int steps) {
        Refinements refinements = hyperparameters.refinements();
        this.hyperparameters = hyperparameters;
        this.batches = new JointBatches(pool, source, target, size, refinements.augmentation(), seed);
        this.classifier = new TrainedClassifier(networks,
                refinements.learningRate(hyperparameters.featureLearningRate(), steps),
                refinements.learningRate(hyperparameters.labelLearningRate(), steps), refinements.averageDecay());
    }

    @Override
    public Map<String, Double> step() {
        JointBatch batch = batches.next();
        int half = batch.half();
        Map<String, Double> losses = new HashMap<>();
        try (Tape tape = classifier.tape(pool)) {
            Variable features = classifier.features(tape, tape.constant(batch.images()));
            Variable sourceFeatures = Rows.slice(tape, features, 0, half);
            Variable targetFeatures = Rows.slice(tape, features, half, 2L * half);
            Variable classification = ClassificationLoss.crossEntropy(tape, classifier.logits(tape, sourceFeatures),
                    tape.constant(batch.sourceOneHot()));
            Variable coral = CoralLoss.coralLoss(tape, sourceFeatures, targetFeatures);
            Variable loss = Elementwise.add(tape, classification,
                    Elementwise.scale(tape, coral, hyperparameters.coralWeight()));
            losses.put("classification", classification.scalar());
            losses.put("coral", coral.scalar());
            if (!hyperparameters.information().isNone()) {
                Variable targetLogits = classifier.logits(tape, targetFeatures);
                Variable entropy = ClassificationLoss.entropy(tape, targetLogits);
                losses.put("entropy", entropy.scalar());
                loss = hyperparameters.information().addTo(tape, loss, targetLogits, entropy);
            }
            tape.backward(loss);
            classifier.update();
            return losses;
        }
    }

    @Override
    public int imagesPerStep() {
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

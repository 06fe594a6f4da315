package io.crossline.training.source;

import java.util.List;
import java.util.Map;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.ops.Rows;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;
import io.crossline.training.loss.ClassificationLoss;
import io.crossline.training.trainer.JointBatch;
import io.crossline.training.trainer.JointBatches;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.Refinements;
import io.crossline.training.trainer.Stateful;
import io.crossline.training.trainer.TrainedClassifier;
import io.crossline.training.trainer.TrainingSteps;
import io.crossline.training.trainer.UnlabelledImages;

/**
 * Steps on translated images with their labels and on true target images without: both networks against
 * {@code classification(translated) + entropyWeight entropy(target) - diversityWeight marginalEntropy(target)}.
 */
final class FineTuneSteps implements TrainingSteps {

    private final ArrayPool pool = new ArrayPool();
    private final FineTuneHyperparameters hyperparameters;
    private final JointBatches batches;
    private final TrainedClassifier classifier;

    FineTuneSteps(LabelledImages translated, UnlabelledImages target, int size, FineTuneHyperparameters hyperparameters,
            long seed, ClassifierNetworks networks, int steps) {
        Refinements refinements = hyperparameters.refinements();
        this.hyperparameters = hyperparameters;
        this.batches = new JointBatches(pool, translated, target, size, refinements.augmentation(), seed);
        this.classifier = new TrainedClassifier(networks,
                refinements.learningRate(hyperparameters.learningRate(), steps),
                refinements.learningRate(hyperparameters.learningRate(), steps), refinements.averageDecay());
    }

    @Override
    public Map<String, Double> step() {
        JointBatch batch = batches.next();
        int half = batch.half();
        try (Tape tape = classifier.tape(pool)) {
            Variable features = classifier.features(tape, tape.constant(batch.images()));
            Variable logits = classifier.logits(tape, features);
            Variable targetLogits = Rows.slice(tape, logits, half, 2L * half);
            Variable classification = ClassificationLoss.crossEntropy(tape, Rows.slice(tape, logits, 0, half),
                    tape.constant(batch.sourceOneHot()));
            Variable entropy = ClassificationLoss.entropy(tape, targetLogits);
            Map<String, Double> losses = Map.of("classification", classification.scalar(), "entropy",
                    entropy.scalar());
            tape.backward(hyperparameters.information().addTo(tape, classification, targetLogits, entropy));
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

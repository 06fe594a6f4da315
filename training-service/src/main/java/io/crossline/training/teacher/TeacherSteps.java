package io.crossline.training.teacher;

import java.util.List;
import java.util.Map;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Rows;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;
import io.crossline.training.loss.ClassificationLoss;
import io.crossline.training.loss.ConsistencyLoss;
import io.crossline.training.trainer.Augmentation;
import io.crossline.training.trainer.JointBatch;
import io.crossline.training.trainer.JointBatches;
import io.crossline.training.trainer.LabelledImages;
import io.crossline.training.trainer.LearningRate;
import io.crossline.training.trainer.Refinements;
import io.crossline.training.trainer.Stateful;
import io.crossline.training.trainer.TrainedClassifier;
import io.crossline.training.trainer.TrainingSteps;
import io.crossline.training.trainer.UnlabelledImages;

/**
 * Each step updates the student against {@code classification(source) + consistencyWeight consistency(target) +
 * entropyWeight entropy(target) - diversityWeight marginalEntropy(target)}. Teacher and student see the same target images,
 * each changed at random in its own way; the teacher is the average of the student's parameters.
 */
final class TeacherSteps implements TrainingSteps {

    private final ArrayPool pool = new ArrayPool();
    private final TeacherHyperparameters hyperparameters;
    private final JointBatches batches;
    private final TeacherView view;
    private final TrainedClassifier classifier;

    TeacherSteps(LabelledImages source, UnlabelledImages target, int size, TeacherHyperparameters hyperparameters,
            long seed, ClassifierNetworks networks, int steps) {
        Refinements refinements = hyperparameters.refinements();
        LearningRate learningRate = refinements.learningRate(hyperparameters.learningRate(), steps);
        this.hyperparameters = hyperparameters;
        this.batches = new JointBatches(pool, source, target, size, refinements.augmentation(), seed);
        this.view = new TeacherView(pool, target, size, source.classes(),
                Augmentation.of(refinements.augmentation(), target.shape(), seed + 1), hyperparameters.confidence());
        this.classifier = new TrainedClassifier(networks, learningRate, learningRate, refinements.averageDecay());
    }

    @Override
    public Map<String, Double> step() {
        JointBatch batch = batches.next();
        int half = batch.half();
        double sure = view.look(classifier.average(), batches.newestTarget());
        try (Tape tape = classifier.tape(pool)) {
            Variable features = classifier.features(tape, tape.constant(batch.images()));
            Variable logits = classifier.logits(tape, features);
            Variable targetLogits = Rows.slice(tape, logits, half, 2L * half);
            Variable classification = ClassificationLoss.crossEntropy(tape, Rows.slice(tape, logits, 0, half),
                    tape.constant(batch.sourceOneHot()));
            Variable consistency = ConsistencyLoss.consistencyLoss(tape, targetLogits,
                    tape.constant(view.probabilities()), tape.constant(view.believed()));
            Variable entropy = ClassificationLoss.entropy(tape, targetLogits);
            Variable taught = Elementwise.add(tape, classification,
                    Elementwise.scale(tape, consistency, hyperparameters.consistencyWeight()));
            Map<String, Double> losses = Map.of("classification", classification.scalar(), "consistency",
                    consistency.scalar(), "entropy", entropy.scalar(), "sure", sure);
            tape.backward(hyperparameters.information().addTo(tape, taught, targetLogits, entropy));
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
        return classifier.stateAfter(batches, view.augmentation());
    }

    @Override
    public void close() {
        classifier.close();
        pool.close();
    }
}

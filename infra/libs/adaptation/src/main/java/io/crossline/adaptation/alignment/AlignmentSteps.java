package io.crossline.adaptation.alignment;

import java.util.HashMap;
import java.util.Map;

import io.crossline.adaptation.loss.ClassificationLoss;
import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.JointBatch;
import io.crossline.adaptation.trainer.JointSteps;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Rows;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * Each step updates both networks against {@code classification + alignmentWeight distance}, and where asked for against what the
 * target predictions tell, {@code entropyWeight entropy(target) - diversityWeight marginalEntropy(target)}.
 */
public final class AlignmentSteps extends JointSteps {

    private final String name;
    private final AlignmentLoss distance;
    private final AlignmentHyperparameters hyperparameters;

    /**
     * @param name of the distance among the losses
     * @param size images of each line in a step
     * @param networks to begin with; they hold the result, and are the caller's to close
     * @param steps of the whole training
     */
    public AlignmentSteps(String name, AlignmentLoss distance, LabelledImages source, AdaptationTarget target, int size,
            AlignmentHyperparameters hyperparameters, long seed, ClassifierNetworks networks, int steps) {
        super(source, target, size, seed, networks, hyperparameters.featureLearningRate(),
                hyperparameters.labelLearningRate(), hyperparameters.refinements(), steps);
        this.name = name;
        this.distance = distance;
        this.hyperparameters = hyperparameters;
    }

    @Override
    protected Map<String, Double> step(Tape tape, JointBatch batch, Variable features) {
        int half = batch.half();
        Map<String, Double> losses = new HashMap<>();
        Variable sourceFeatures = Rows.slice(tape, features, 0, half);
        Variable targetFeatures = Rows.slice(tape, features, half, 2L * half);
        Variable classification = ClassificationLoss.crossEntropy(tape, classifier().logits(tape, sourceFeatures),
                tape.constant(batch.sourceOneHot()));
        Variable between = distance.between(tape, sourceFeatures, targetFeatures);
        Variable loss = Elementwise.add(tape, classification,
                Elementwise.scale(tape, between, hyperparameters.alignmentWeight()));
        losses.put("classification", classification.scalar());
        losses.put(name, between.scalar());
        if (!hyperparameters.information().isNone()) {
            Variable targetLogits = classifier().logits(tape, targetFeatures);
            Variable entropy = ClassificationLoss.entropy(tape, targetLogits);
            losses.put("entropy", entropy.scalar());
            loss = hyperparameters.information().addTo(tape, loss, targetLogits, entropy);
        }
        return learn(tape, loss, losses);
    }
}

package io.crossline.adaptation.coral;

import java.util.HashMap;
import java.util.Map;

import io.crossline.adaptation.loss.ClassificationLoss;
import io.crossline.adaptation.loss.CoralLoss;
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
 * Each step updates both networks against {@code classification + coralWeight coral}, and where asked for against what the
 * target predictions tell, {@code entropyWeight entropy(target) - diversityWeight marginalEntropy(target)}.
 */
final class CoralSteps extends JointSteps {

    private final CoralHyperparameters hyperparameters;

    CoralSteps(LabelledImages source, AdaptationTarget target, int size,
            CoralHyperparameters hyperparameters,
            long seed, ClassifierNetworks networks, int steps) {
        super(source, target, size, seed, networks, hyperparameters.featureLearningRate(),
                hyperparameters.labelLearningRate(), hyperparameters.refinements(), steps);
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
        Variable coral = CoralLoss.coralLoss(tape, sourceFeatures, targetFeatures);
        Variable loss = Elementwise.add(tape, classification,
                Elementwise.scale(tape, coral, hyperparameters.coralWeight()));
        losses.put("classification", classification.scalar());
        losses.put("coral", coral.scalar());
        if (!hyperparameters.information().isNone()) {
            Variable targetLogits = classifier().logits(tape, targetFeatures);
            Variable entropy = ClassificationLoss.entropy(tape, targetLogits);
            losses.put("entropy", entropy.scalar());
            loss = hyperparameters.information().addTo(tape, loss, targetLogits, entropy);
        }
        return learn(tape, loss, losses);
    }
}

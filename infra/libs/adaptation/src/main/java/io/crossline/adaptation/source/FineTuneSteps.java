package io.crossline.adaptation.source;

import java.util.Map;

import io.crossline.adaptation.loss.ClassificationLoss;
import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.JointBatch;
import io.crossline.adaptation.trainer.JointSteps;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.ops.Rows;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * Steps on translated images with their labels and on true target images without: both networks against
 * {@code classification(translated) + entropyWeight entropy(target) - diversityWeight marginalEntropy(target)}.
 */
final class FineTuneSteps extends JointSteps {

    private final FineTuneHyperparameters hyperparameters;

    FineTuneSteps(LabelledImages translated, AdaptationTarget target, int size, FineTuneHyperparameters hyperparameters,
            long seed, ClassifierNetworks networks, int steps) {
        super(translated, target, size, seed, networks, hyperparameters.learningRate(),
                hyperparameters.learningRate(), hyperparameters.refinements(), steps);
        this.hyperparameters = hyperparameters;
    }

    @Override
    protected Map<String, Double> step(Tape tape, JointBatch batch, Variable features) {
        int half = batch.half();
        Variable logits = classifier().logits(tape, features);
        Variable targetLogits = Rows.slice(tape, logits, half, 2L * half);
        Variable classification = ClassificationLoss.crossEntropy(tape, Rows.slice(tape, logits, 0, half),
                tape.constant(batch.sourceOneHot()));
        Variable entropy = ClassificationLoss.entropy(tape, targetLogits);
        Map<String, Double> losses = Map.of("classification", classification.scalar(), "entropy", entropy.scalar());
        return learn(tape, hyperparameters.information().addTo(tape, classification, targetLogits, entropy), losses);
    }
}

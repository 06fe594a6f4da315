package io.crossline.adaptation.mmd;

import java.util.HashMap;
import java.util.Map;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.adaptation.loss.ClassificationLoss;
import io.crossline.adaptation.loss.MmdLoss;
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
 * Each step updates both networks against {@code classification + mmdWeight mmd}, and where asked for against what the target
 * predictions tell, {@code entropyWeight entropy(target) - diversityWeight marginalEntropy(target)}.
 */
final class MmdSteps extends JointSteps {

    private final MmdHyperparameters hyperparameters;
    private final INDArray signs;

    MmdSteps(LabelledImages source, AdaptationTarget target, int size, MmdHyperparameters hyperparameters, long seed,
            ClassifierNetworks networks, int steps) {
        super(source, target, size, seed, networks, hyperparameters.featureLearningRate(),
                hyperparameters.labelLearningRate(), hyperparameters.refinements(), steps);
        this.hyperparameters = hyperparameters;
        this.signs = pool().take(2L * size, 2L * size).array(2L * size, 2L * size);
        MmdLoss.fillSigns(signs, size);
    }

    @Override
    protected Map<String, Double> step(Tape tape, JointBatch batch, Variable features) {
        int half = batch.half();
        Map<String, Double> losses = new HashMap<>();
        Variable sourceLogits = classifier().logits(tape, Rows.slice(tape, features, 0, half));
        Variable classification = ClassificationLoss.crossEntropy(tape, sourceLogits,
                tape.constant(batch.sourceOneHot()));
        Variable mmd = MmdLoss.mmdLoss(tape, features, tape.constant(signs));
        Variable loss = Elementwise.add(tape, classification,
                Elementwise.scale(tape, mmd, hyperparameters.mmdWeight()));
        losses.put("classification", classification.scalar());
        losses.put("mmd", mmd.scalar());
        if (!hyperparameters.information().isNone()) {
            Variable targetLogits = classifier().logits(tape, Rows.slice(tape, features, half, 2L * half));
            Variable entropy = ClassificationLoss.entropy(tape, targetLogits);
            losses.put("entropy", entropy.scalar());
            loss = hyperparameters.information().addTo(tape, loss, targetLogits, entropy);
        }
        return learn(tape, loss, losses);
    }
}

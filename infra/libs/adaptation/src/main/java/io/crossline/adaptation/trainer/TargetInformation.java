package io.crossline.adaptation.trainer;

import io.crossline.adaptation.loss.ClassificationLoss;
import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/**
 * Weights of what the target's own predictions tell: the classifier shall be sure of each image, and not see one class
 * everywhere. Both weights alike maximise the mutual information of images and predictions (Krause et al. 2010; Liang et al.
 * 2020, equation 2).
 *
 * @param entropyWeight weight of the target predictions' entropy
 * @param diversityWeight weight of the entropy of their mean, which is made large
 */
public record TargetInformation(double entropyWeight, double diversityWeight) {

    public static final TargetInformation NONE = new TargetInformation(0, 0);

    public TargetInformation {
        Hyperparameters.require(entropyWeight >= 0, "entropyWeight", entropyWeight, "0 or more");
        Hyperparameters.require(diversityWeight >= 0, "diversityWeight", diversityWeight, "0 or more");
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /**
     * {@code loss + entropyWeight entropy(logits) - diversityWeight marginalEntropy(logits)}.
     *
     * @param loss {@code [1]}
     * @param logits of target images, {@code [N, K]}
     * @param entropy of the same logits, {@code [1]}
     * @return {@code [1]}
     */
    public Variable addTo(Tape tape, Variable loss, Variable logits, Variable entropy) {
        Variable sum = Elementwise.add(tape, loss, Elementwise.scale(tape, entropy, entropyWeight));
        if (diversityWeight == 0) {
            return sum;
        }
        Variable marginal = ClassificationLoss.marginalEntropy(tape, logits);
        return Elementwise.add(tape, sum, Elementwise.scale(tape, marginal, -diversityWeight));
    }
}

package io.crossline.adaptation.loss;

import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** The domain classifier's loss in domain-adversarial training. */
public final class DomainLoss {

    private DomainLoss() {}

    /**
     * Mean cross-entropy of telling source (0) from target (1) images: the domain classifier makes it small, the feature
     * extractor large (Ganin et al. 2016, equation 9).
     *
     * @param logits {@code [N, 2]}
     * @param oneHot {@code [N, 2]}, 1 at each image's line
     * @return {@code [1]}
     */
    public static Variable domainLoss(Tape tape, Variable logits, Variable oneHot) {
        return ClassificationLoss.crossEntropy(tape, logits, oneHot);
    }
}

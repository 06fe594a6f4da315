package io.crossline.adaptation.loss;

import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Reductions;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Least-squares adversarial losses (Mao et al. 2017, LSGAN), on a discriminator's score for each patch. */
public final class AdversarialLoss {

    private static final double REAL = 1;

    private AdversarialLoss() {}

    /**
     * What a generator wants: {@code mean (D(fake) - 1)^2}.
     *
     * @param fakeScores {@code [N, 1, h, w]}
     * @return {@code [1]}
     */
    public static Variable generatorLoss(Tape tape, Variable fakeScores) {
        return distance(tape, fakeScores, REAL);
    }

    /**
     * What a discriminator wants: {@code 1/2 (mean (D(real) - 1)^2 + mean D(fake)^2)}.
     *
     * @param realScores {@code [N, 1, h, w]}
     * @param fakeScores {@code [N, 1, h, w]}
     * @return {@code [1]}
     */
    public static Variable discriminatorLoss(Tape tape, Variable realScores, Variable fakeScores) {
        Variable real = distance(tape, realScores, REAL);
        Variable fake = distance(tape, fakeScores, 0);
        return Elementwise.scale(tape, Elementwise.add(tape, real, fake), 0.5);
    }

    private static Variable distance(Tape tape, Variable scores, double wanted) {
        return Reductions.mean(tape, Elementwise.square(tape, Elementwise.affine(tape, scores, 1, -wanted)));
    }
}

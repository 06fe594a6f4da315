package io.crossline.adaptation.loss;

import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Reductions;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** What keeps a generator from inventing (Zhu et al. 2017). Images are {@code [N, C, H, W]} in -1..1, losses {@code [1]}. */
public final class CycleLoss {

    private CycleLoss() {}

    /**
     * {@code mean |x - F(G(x))|}: there and back gives the image again (equation 2).
     *
     * @param image x
     * @param reconstruction F(G(x))
     */
    public static Variable cycleConsistencyLoss(Tape tape, Variable image, Variable reconstruction) {
        return meanDistance(tape, image, reconstruction);
    }

    /**
     * {@code mean |y - G(y)|}: an image that has the wanted look already stays as it is (section 5.2).
     *
     * @param image y
     * @param translated G(y)
     */
    public static Variable identityLoss(Tape tape, Variable image, Variable translated) {
        return meanDistance(tape, image, translated);
    }

    private static Variable meanDistance(Tape tape, Variable a, Variable b) {
        return Reductions.mean(tape, Elementwise.abs(tape, Elementwise.subtract(tape, a, b)));
    }
}

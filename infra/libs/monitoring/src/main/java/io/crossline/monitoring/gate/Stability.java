package io.crossline.monitoring.gate;

import io.crossline.networks.inference.Predictions;

/**
 * Share of answers that small changes of the picture leave as they are: an answer that a pixel's shift or a little light turns over
 * is no answer (the weak-to-strong consistency of Sohn et al. 2020, measured).
 */
final class Stability implements Validator {

    @Override
    public String name() {
        return "stability";
    }

    @Override
    public Score score(Evidence evidence) {
        double[] same = new double[evidence.target().count()];
        for (int i = 0; i < same.length; i++) {
            for (Predictions changed : evidence.changed()) {
                same[i] += changed.label(i) == evidence.target().label(i) ? 1.0 / evidence.changed().size() : 0;
            }
        }
        return Score.mean(same);
    }
}

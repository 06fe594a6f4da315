package io.crossline.monitoring.gate;

import java.util.Arrays;

/**
 * Mutual information of image and predicted class: {@code H(mean p) - mean H(p)}: sure of each image, undecided over all (Shi and
 * Sha 2012; as a validator Musgrave et al. 2022). {@code H(mean p)} rewards even answers. Where people told a mix {@code q}, its
 * place takes {@code -KL(mean p || q)}, which rewards answers in that mix; for an even {@code q} the two differ by a constant.
 */
final class InformationMaximisation implements Validator {

    @Override
    public String name() {
        return "information";
    }

    @Override
    public Score score(Evidence evidence) {
        float[][] probabilities = evidence.target().probabilities();
        double[] entropies = new double[probabilities.length];
        for (int i = 0; i < entropies.length; i++) {
            entropies[i] = Entropy.of(probabilities[i]);
        }
        return new Score(entropies.length, drawn -> {
            double entropy = Arrays.stream(drawn).mapToDouble(image -> entropies[image]).sum() / drawn.length;
            double[] mean = evidence.classShares(drawn);
            double spread = evidence.expectedMix() == null
                    ? Entropy.of(mean)
                    : -MixDistance.of(mean, evidence.expectedMix());
            return spread - entropy;
        });
    }
}

package io.crossline.evaluation.gate;

/**
 * Mutual information of image and predicted class: {@code H(mean p) - mean H(p)}: sure of each image, undecided over all (Shi and
 * Sha 2012; as a validator Musgrave et al. 2022).
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
            double[] mean = new double[probabilities[0].length];
            double entropy = 0;
            for (int image : drawn) {
                entropy += entropies[image] / drawn.length;
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += probabilities[image][k] / (double) drawn.length;
                }
            }
            return Entropy.of(mean) - entropy;
        });
    }
}

package io.crossline.networks.shift;

/** Checks of what the estimators take. */
final class Checks {

    private Checks() {}

    /** @return the number of classes, K */
    static int requireProbabilities(String name, float[][] probabilities) {
        if (probabilities.length == 0) {
            throw new IllegalArgumentException(name + " has no images, expected at least one");
        }
        int classes = probabilities[0].length;
        for (int i = 0; i < probabilities.length; i++) {
            if (probabilities[i].length != classes || classes < 2) {
                throw new IllegalArgumentException(name + "[" + i + "] has " + probabilities[i].length
                        + " classes, expected as many in each row, at least 2");
            }
        }
        return classes;
    }

    /** @return the number of classes, K; each has at least one label */
    static int requireLabelled(float[][] probabilities, int[] labels) {
        int classes = requireProbabilities("source", probabilities);
        if (labels.length != probabilities.length) {
            throw new IllegalArgumentException(
                    labels.length + " labels of " + probabilities.length + " images, expected as many");
        }
        int[] counts = new int[classes];
        for (int label : labels) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("label " + label + ", expected 0 to " + (classes - 1));
            }
            counts[label]++;
        }
        for (int k = 0; k < classes; k++) {
            if (counts[k] == 0) {
                throw new IllegalArgumentException("class " + k + " has no labelled image, expected at least one");
            }
        }
        return classes;
    }
}

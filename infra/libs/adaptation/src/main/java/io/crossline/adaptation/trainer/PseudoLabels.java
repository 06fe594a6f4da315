package io.crossline.adaptation.trainer;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Labels that a classifier gives to images without any.
 *
 * @param probabilities of the classes, {@code [N][K]}, after the mix was kept
 */
public record PseudoLabels(float[][] probabilities) {

    /** An image that is not used. */
    public static final int NONE = -1;

    /** The most probable class of each image. */
    public int[] labels() {
        return Arrays.stream(probabilities).mapToInt(PseudoLabels::best).toArray();
    }

    /**
     * The labels that the classifier is most sure of.
     *
     * @param share of each class's images that is kept, 0 to 1; at least one image of a class that has any
     * @return a class for each image, {@link #NONE} where it is not kept
     */
    public int[] trusted(double share) {
        int[] labels = labels();
        int[] trusted = new int[labels.length];
        Arrays.fill(trusted, NONE);
        for (int k = 0; k < classes(); k++) {
            int label = k;
            int[] members = IntStream.range(0, labels.length).filter(i -> labels[i] == label).boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -probabilities[i][label]))
                    .mapToInt(i -> i).toArray();
            int kept = Math.min(members.length, Math.max(1, (int) (members.length * share)));
            Arrays.stream(members, 0, kept).forEach(i -> trusted[i] = label);
        }
        return trusted;
    }

    private int classes() {
        return probabilities[0].length;
    }

    private static int best(float[] row) {
        int best = 0;
        for (int k = 1; k < row.length; k++) {
            best = row[k] > row[best] ? k : best;
        }
        return best;
    }
}

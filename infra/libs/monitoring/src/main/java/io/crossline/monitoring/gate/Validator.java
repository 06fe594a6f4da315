package io.crossline.monitoring.gate;

import java.util.function.ToDoubleFunction;

/** Scores a model without target labels; more is better. */
public interface Validator {

    /** As people read it. */
    String name();

    Score score(Evidence evidence);

    /**
     * A score as a function of the images that count, so that its spread can be found by drawing them anew.
     *
     * @param images how many there are to draw from
     * @param of the score of those images, given by index, with repetition
     */
    record Score(int images, ToDoubleFunction<int[]> of) {

        /** The mean of a value that each image has by itself. */
        static Score mean(double[] values) {
            return new Score(values.length, drawn -> {
                double sum = 0;
                for (int image : drawn) {
                    sum += values[image];
                }
                return sum / drawn.length;
            });
        }

        /**
         * The mean over the classes of the share of images that are right: classes count alike, however rare they are.
         *
         * @param right of each image
         * @param labels class index of each image
         * @param classes how many there are; one without a drawn image does not count
         */
        static Score balanced(boolean[] right, int[] labels, int classes) {
            return new Score(labels.length, drawn -> {
                int[] images = new int[classes];
                int[] hits = new int[classes];
                for (int image : drawn) {
                    images[labels[image]]++;
                    hits[labels[image]] += right[image] ? 1 : 0;
                }
                double sum = 0;
                int present = 0;
                for (int k = 0; k < classes; k++) {
                    if (images[k] > 0) {
                        sum += (double) hits[k] / images[k];
                        present++;
                    }
                }
                return sum / present;
            });
        }
    }
}

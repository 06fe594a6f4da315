package io.crossline.evaluation.gate;

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
    }
}

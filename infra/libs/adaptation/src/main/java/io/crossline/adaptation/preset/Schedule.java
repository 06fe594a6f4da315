package io.crossline.adaptation.preset;

import io.crossline.adaptation.trainer.Hyperparameters;

/**
 * How long a method trains: a number of passes over one of the lines, within bounds on the steps, to the nearest whole epoch.
 *
 * @param passes over the images of {@code of}
 * @param of line whose passes are counted
 * @param minSteps fewest steps of the whole training, so that small lines are learnt too; 0 for no bound
 * @param maxSteps most steps of the whole training, so that large lines end in time; 0 for no bound
 */
public record Schedule(int passes, Line of, int minSteps, int maxSteps) {

    /** A line of the pair. */
    public enum Line {
        SOURCE, TARGET
    }

    public Schedule {
        if (passes < 1 || minSteps < 0 || maxSteps < 0 || maxSteps > 0 && maxSteps < minSteps) {
            throw new IllegalArgumentException("Expected at least 1 pass and 0 <= minSteps <= maxSteps, got " + passes
                    + " passes, minSteps " + minSteps + ", maxSteps " + maxSteps);
        }
    }

    static Schedule passes(int passes, Line of) {
        return new Schedule(passes, of, 0, 0);
    }

    /**
     * Epochs for a method.
     *
     * @param batch images of a line in one step
     * @param epochImages images of the line that makes up the method's epoch
     * @param sourceImages training images of the source line
     * @param targetImages training images of the target line
     */
    Epochs epochs(int batch, int epochImages, int sourceImages, int targetImages) {
        long stepsPerEpoch = Math.max(1, epochImages / batch);
        long stepsPerPass = Math.max(1, (of == Line.SOURCE ? sourceImages : targetImages) / batch);
        long steps = Math.max(minSteps, passes * stepsPerPass);
        if (maxSteps > 0) {
            steps = Math.min(steps, maxSteps);
        }
        int epochs = (int) Math.max(1, Math.round((double) steps / stepsPerEpoch));
        return new Epochs(epochs, steps < stepsPerEpoch ? (int) steps : 0);
    }

    /**
     * @param epochs number of epochs
     * @param maxStepsPerEpoch steps of an epoch at most; 0 for no limit, as {@link Hyperparameters#maxStepsPerEpoch()}
     */
    record Epochs(int epochs, int maxStepsPerEpoch) {}
}

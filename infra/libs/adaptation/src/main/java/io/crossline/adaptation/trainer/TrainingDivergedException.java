package io.crossline.adaptation.trainer;

/** A loss is infinite or no number: the parameters are worthless. */
public class TrainingDivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrainingDivergedException(String loss, double value, int epoch, int step) {
        super("Training diverged: the " + loss + " loss is " + value + " in epoch " + epoch + ", step " + step
                + ". A smaller learning rate may help.");
    }
}

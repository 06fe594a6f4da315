package io.crossline.adaptation.trainer;

/** The run was cancelled between two steps. */
public class TrainingCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrainingCancelledException(int epoch, int step) {
        super("Training was cancelled in epoch " + epoch + " after step " + step);
    }
}

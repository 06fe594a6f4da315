package io.crossline.evaluation.labels;

/**
 * What came of a label.
 *
 * @param label as it is recorded now: the one before where {@code outcome} is {@link Outcome#OTHER_BEFORE}
 */
public record Labelled(Outcome outcome, LineLabel label) {

    public enum Outcome {
        /** The image's first label. */
        NEW,
        /** The image had this label already. */
        SAME,
        /** The image had another label, and has this one now. */
        REPLACED,
        /** The image has another label, and keeps it. */
        OTHER_BEFORE
    }

    /** Whether the image has a label now that it did not have before. */
    public boolean changed() {
        return outcome == Outcome.NEW || outcome == Outcome.REPLACED;
    }
}

package io.crossline.contracts;

/**
 * A batch of images of one line. Labelled and unlabelled batches are different types, so that the labels of a target
 * line cannot reach a trainer by mistake.
 */
public sealed interface ImageBatch permits LabelledBatch, UnlabelledBatch {

    BatchOrigin origin();

    Images images();

    /** The same batch without its labels. */
    UnlabelledBatch withoutLabels();

    /**
     * Identity of the batch by its content: SHA-256, in hex, over line, dataset, split, generator, shape, pixels,
     * labels and parts. The batch's capture time is left out, so that a data set that is ingested again is recognised. Those of its
     * parts count: equal pictures with other part ids, file names or capture times are other parts.
     */
    default String id() {
        return BatchId.of(this);
    }

    default String line() {
        return origin().line();
    }

    default Split split() {
        return origin().split();
    }
}

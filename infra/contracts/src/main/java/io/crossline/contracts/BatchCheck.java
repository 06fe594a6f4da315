package io.crossline.contracts;

import java.util.List;

/** What a reader asks of a batch beyond the contract. */
@FunctionalInterface
public interface BatchCheck {

    /** @throws InvalidFieldException naming the field that does not fit */
    void require(ImageBatch batch);

    /** Every batch that keeps the contract. */
    static BatchCheck any() {
        return batch -> {
        };
    }

    /** Images of one shape; where there are labels, labels of exactly these classes in this order. */
    static BatchCheck format(ImageShape shape, List<String> classNames) {
        return batch -> {
            ImageShape actual = batch.images().shape();
            Require.that(shape.equals(actual), "shape", "is " + actual + ", expected " + shape);
            if (batch instanceof LabelledBatch labelled) {
                List<String> names = labelled.labels().classNames();
                Require.that(classNames.equals(names), "classNames", "is " + names + ", expected " + classNames);
            }
        };
    }
}

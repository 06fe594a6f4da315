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

    /**
     * Images of one shape; where there are labels, labels of these classes in this order, or of the first of them: a model may know
     * classes that its source line does not have.
     */
    static BatchCheck format(ImageShape shape, List<String> classNames) {
        return batch -> {
            ImageShape actual = batch.images().shape();
            Require.that(shape.equals(actual), "shape", "is " + actual + ", expected " + shape);
            if (batch instanceof LabelledBatch labelled) {
                List<String> names = labelled.labels().classNames();
                Require.that(
                        names.size() <= classNames.size() && classNames.subList(0, names.size()).equals(names),
                        "classNames", "is " + names + ", expected " + classNames + " or the first of them");
            }
        };
    }
}

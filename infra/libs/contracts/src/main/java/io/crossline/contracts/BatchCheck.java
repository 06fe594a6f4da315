package io.crossline.contracts;

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

    /** Images of one shape. Labels are compared by their names where they are used, see {@link Labels#among}. */
    static BatchCheck shape(ImageShape shape) {
        return batch -> {
            ImageShape actual = batch.images().shape();
            Require.that(shape.equals(actual), "shape", "is " + actual + ", expected " + shape);
        };
    }
}

package io.crossline.contracts;

/**
 * What a job may read of one line.
 *
 * @param train images to learn from; labels are used on the source line only
 * @param test images to score with, never trained on; null where there are none
 */
public record LineData(DataSelection train, DataSelection test) {

    public LineData {
        Require.present("train", train);
        Require.that(train.split() == Split.TRAIN, "train.split", "is " + train.split().id() + ", expected train");
        Require.that(test == null || test.split() == Split.TEST, "test.split", "expected test");
        Require.that(test == null || test.line().equals(train.line()), "test.line",
                "expected the line of train, " + train.line());
    }

    public String line() {
        return train.line();
    }
}

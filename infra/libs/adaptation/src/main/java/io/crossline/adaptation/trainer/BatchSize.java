package io.crossline.adaptation.trainer;

/** How many images a step takes of each line. */
public final class BatchSize {

    private static final int MIN_IMAGES = 2;

    private BatchSize() {}

    /**
     * The batch asked for, or all images of the smallest set where there are fewer.
     *
     * @param counts images of each set
     * @throws IllegalArgumentException if a set has fewer than two images
     */
    public static int of(Hyperparameters hyperparameters, int... counts) {
        int batch = hyperparameters.batch();
        for (int count : counts) {
            if (count < MIN_IMAGES) {
                throw new IllegalArgumentException(
                        "There are " + count + " training images, expected " + MIN_IMAGES + " or more of each line");
            }
            batch = Math.min(batch, count);
        }
        return batch;
    }
}

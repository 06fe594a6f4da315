package io.crossline.adaptation.trainer;

/** Endless stream of batches of indices into a set of images. What comes next follows from the seed and from how many came before. */
public interface IndexStream extends Stateful {

    /** The next batch's indices. */
    int[] next();

    /** Batches of the images as {@code sampling} draws them. */
    static IndexStream of(LabelledImages images, int batch, Sampling sampling, long seed) {
        return switch (sampling) {
            case PASSES -> new BatchStream(images.count(), batch, seed);
            case SQUARE_ROOT -> new SquareRootStream(images, batch, seed);
            case CLASS_BALANCED -> new ClassBalancedStream(images.labels(), images.classes(), batch, seed);
        };
    }
}

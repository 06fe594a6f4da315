package io.crossline.adaptation.trainer;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.Mode;
import io.crossline.networks.Networks;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Tape;

/**
 * The statistics of batch normalisation, found anew on images of a line without their labels (Li et al. 2018, "Adaptive batch
 * normalization", algorithm 1). All other parameters stay as they are.
 */
public final class NormalizationStatistics {

    private static final int BATCH = 64;
    private static final int PASSES = 3;
    private static final int MIN_BATCHES = 10;
    /** More would make the first batches count little. */
    private static final int MAX_BATCHES = 60;

    private NormalizationStatistics() {}

    /** Whether the classifier has batch normalisation at all. */
    public static boolean has(ClassifierNetworks networks) {
        return !networks.featureExtractor().statistics().isEmpty();
    }

    /**
     * Replaces the statistics by those of all images; does nothing where the classifier has none.
     *
     * @param images at least 2
     * @param seed of the order in which they come
     */
    public static void estimate(ClassifierNetworks networks, UnlabelledImages images, long seed) {
        int batch = Math.min(BATCH, images.count());
        estimate(networks, images, new BatchStream(images.count(), batch, seed));
    }

    /**
     * As {@link #estimate(ClassifierNetworks, UnlabelledImages, long)}, with the images that {@code indices} draws: for example classes
     * alike often.
     */
    public static void estimate(ClassifierNetworks networks, UnlabelledImages images, IndexStream indices) {
        if (!has(networks)) {
            return;
        }
        networks.featureExtractor().statistics().forEach(statistic -> statistic.assign(0));
        int batches = Math.max(MIN_BATCHES, Math.min(MAX_BATCHES, PASSES * images.count() / BATCH));
        try (ArrayPool pool = new ArrayPool()) {
            int[] first = indices.next();
            TrainingBatch batch = new TrainingBatch(pool, networks.encoder(), first.length, 0);
            for (int i = 0; i < batches; i++) {
                batch.fill(images, i == 0 ? first : indices.next(), Augmentation.none());
                try (Tape tape = new Tape(pool)) {
                    networks.featureExtractor().forward(tape, tape.constant(batch.images()), Mode.TRAIN);
                }
            }
        }
        // the moving average began at zero: what is missing to a whole is known
        double weight = 1 - Math.pow(Networks.STATISTICS_DECAY, batches);
        for (INDArray statistic : networks.featureExtractor().statistics()) {
            statistic.divi(weight);
        }
    }
}

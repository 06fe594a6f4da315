package io.crossline.adaptation.trainer;

import java.util.Map;

import org.hipparchus.stat.inference.KolmogorovSmirnovTest;

/**
 * Whether dark and bright may have changed places between two lines, found without labels. Each image's details, what is left when its
 * surroundings are taken away, lean towards bright or towards dark; where the target leans like the inverted source nearly as much as
 * like the source itself, both polarities are learnt.
 */
public final class Polarity {

    /** The target's details may be this share as far from the source's as from the inverted source's, and no further. */
    private static final double CLEARLY_NEARER = 0.8;
    private static final int MOST_IMAGES = 1000;

    private Polarity() {}

    /**
     * The hyperparameters as they are where the lines' polarities may differ, else without {@link Distortions#polarity()}.
     *
     * @param source images of the source line
     * @param target images of the target line, of the same shape
     */
    public static <H extends Record & Hyperparameters> H decided(H hyperparameters, UnlabelledImages source,
            UnlabelledImages target) {
        String polarity = hyperparameters.toMap().get("polarity");
        boolean isAsked = polarity != null && Double.parseDouble(polarity) > 0;
        return !isAsked || mayDiffer(source, target)
                ? hyperparameters
                : Hyperparameters.of(hyperparameters, Map.of("polarity", "0"));
    }

    static boolean mayDiffer(UnlabelledImages source, UnlabelledImages target) {
        double[] sourceLeanings = leanings(source);
        double[] targetLeanings = leanings(target);
        double[] inverted = new double[targetLeanings.length];
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = -targetLeanings[i];
        }
        KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
        return test.kolmogorovSmirnovStatistic(sourceLeanings, targetLeanings) > CLEARLY_NEARER
                * test.kolmogorovSmirnovStatistic(sourceLeanings, inverted);
    }

    private static double[] leanings(UnlabelledImages images) {
        int count = Math.min(MOST_IMAGES, images.count());
        double[] leanings = new double[count];
        for (int i = 0; i < count; i++) {
            leanings[i] = Details.of(images.image((int) ((long) i * images.count() / count)), images.shape())
                    .skewness();
        }
        return leanings;
    }
}

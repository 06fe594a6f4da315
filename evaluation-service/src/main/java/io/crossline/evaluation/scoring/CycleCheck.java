package io.crossline.evaluation.scoring;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.crossline.contracts.Verdict;
import io.crossline.evaluation.EvaluationConfig;

/**
 * Judges a pair of generators by sample images: whether a translated image comes back as it was (the cycle-consistency
 * loss of Zhu et al. 2017, equation 2), and whether translated images still differ from each other.
 *
 * @param sourceCycleError mean |x - F(G(x))| over source images x in -1..1, so 0 to 2
 * @param targetCycleError mean |y - G(F(y))| over target images y
 * @param translatedSpread spread of G(x) as a share of the spread of x; 1 where the originals have none
 * @param reverseSpread spread of F(y) as a share of the spread of y
 */
record CycleCheck(double sourceCycleError, double targetCycleError, double translatedSpread, double reverseSpread) {

    /** From 0..255 to the width of -1..1. */
    private static final double UNIT = 127.5;

    /** All uint8, {@code [N, H, W, C]}. */
    static CycleCheck of(Direction source, Direction target) {
        return new CycleCheck(source.cycleError(), target.cycleError(), source.spreadShare(), target.spreadShare());
    }

    /** One way round: the originals, what one generator makes of them, what the other makes of that. */
    record Direction(byte[] originals, byte[] translated, byte[] reconstructed, int imageBytes) {

        double cycleError() {
            double sum = 0;
            for (int i = 0; i < originals.length; i++) {
                sum += Math.abs(Byte.toUnsignedInt(originals[i]) - Byte.toUnsignedInt(reconstructed[i]));
            }
            return sum / originals.length / UNIT;
        }

        double spreadShare() {
            double original = spread(originals, imageBytes);
            return original == 0 ? 1 : spread(translated, imageBytes) / original;
        }
    }

    /** Standard deviation of each pixel across the images, averaged over the pixels; in grey levels. */
    static double spread(byte[] images, int imageBytes) {
        int count = images.length / imageBytes;
        double sum = 0;
        for (int pixel = 0; pixel < imageBytes; pixel++) {
            double mean = 0;
            double squares = 0;
            for (int i = 0; i < count; i++) {
                double value = Byte.toUnsignedInt(images[i * imageBytes + pixel]);
                double delta = value - mean;
                mean += delta / (i + 1);
                squares += delta * (value - mean);
            }
            sum += Math.sqrt(squares / count);
        }
        return sum / imageBytes;
    }

    double cycleError() {
        return (sourceCycleError + targetCycleError) / 2;
    }

    Verdict verdict(EvaluationConfig.Generator limits) {
        return isFaithful(limits) && isVaried(limits) ? Verdict.ACCEPTED : Verdict.REJECTED;
    }

    String reason(EvaluationConfig.Generator limits) {
        if (!isVaried(limits)) {
            return sentence("The generators have collapsed: translated images differ only %.2f (source to target) and "
                    + "%.2f (back) times as much as the originals, at least %.2f is needed.", translatedSpread,
                    reverseSpread, limits.minSpread());
        }
        String state = isFaithful(limits) ? "Images come back from a round trip" : "Images are lost on a round trip";
        return sentence(state + ": mean difference %.3f of a range of 2, at most %.3f is allowed.", cycleError(),
                limits.maxCycleError());
    }

    Map<String, Double> figures() {
        Map<String, Double> figures = new TreeMap<>();
        figures.put("cycleError", cycleError());
        figures.put("sourceCycleError", sourceCycleError);
        figures.put("targetCycleError", targetCycleError);
        figures.put("translatedSpread", translatedSpread);
        figures.put("reverseSpread", reverseSpread);
        return figures;
    }

    private boolean isFaithful(EvaluationConfig.Generator limits) {
        return cycleError() <= limits.maxCycleError();
    }

    private boolean isVaried(EvaluationConfig.Generator limits) {
        return Math.min(translatedSpread, reverseSpread) >= limits.minSpread();
    }

    private static String sentence(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

package io.crossline.monitoring.estimate;

import static io.crossline.monitoring.estimate.BootstrapInterval.RESAMPLES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * {@linkplain ThresholdedConfidence Average thresholded confidence} (Garg et al. 2022), discounted by how far the features have
 * moved: a model that sees what it never saw is often sure and wrong.
 *
 * <pre>
 * estimate = ATC(window) * exp(-b D^2)
 * D        = max(0, ln(q90(distances of the window) / q90(distances of the line's known images)))
 * </pre>
 *
 * A distance is that to the fifth nearest known image of the same predicted class in the model's features (Sun et al. 2022); for
 * known images, themselves left out. {@code b} is the one number that is learnt: labelled images are given other looks
 * ({@link ChangedLook}), and {@code b} makes the mean absolute error over these sets least (sets of changed images with known
 * accuracy: Deng and Zheng 2021). A window no farther away than usual gets ATC's estimate unchanged.
 */
public final class DiscountedConfidence {

    /** Quantile of the distances that counts as far. */
    static final double FAR = 0.9;

    private static final int MOST_KNOWN = 500;
    private static final int NEAREST_LOOKS = 20;
    private static final double STEEPEST = 10;
    private static final double STEP = 0.01;
    /** From here on a set's own steepness can be told from noise. */
    private static final double MOVED = 0.1;

    private final double[] confidences;
    private final boolean[] correct;
    private final Neighbours line;
    private final List<ChangedSet> sets;
    private final double steepness;
    private final double[] steepnesses;
    private final double[] thresholds;
    private final long seed;

    /**
     * A set of changed images.
     *
     * @param thresholded ATC's estimate
     * @param squaredExcess D^2
     * @param accuracy counted
     */
    private record ChangedSet(double thresholded, double squaredExcess, double accuracy) {

        double error(double steepness) {
            return Math.abs(thresholded * Math.exp(-steepness * squaredExcess) - accuracy);
        }

        double ownSteepness() {
            double ratio = Math.min(1, Math.max(accuracy, 1e-3) / Math.max(thresholded, 1e-3));
            return Math.min(STEEPEST, -Math.log(ratio) / squaredExcess);
        }
    }

    /**
     * @param labelled answers on labelled images of the model's source line, at least one
     * @param known answers on other images of the source line: what changed images are compared with, at least one
     * @param changed for each look, answers on labelled images that were given it; may be empty, then nothing is discounted
     * @param line answers on images of the window's line that the model was trained on, at least one
     * @param seed of the interval's resampling: the same images give the same interval
     */
    public DiscountedConfidence(List<Answer> labelled, List<Answer> known, List<List<Answer>> changed,
            List<Answer> line, long seed) {
        if (labelled.isEmpty() || known.isEmpty() || line.isEmpty()) {
            throw new IllegalArgumentException(labelled.size() + " labelled, " + known.size() + " known and "
                    + line.size() + " images of the line, expected at least one of each");
        }
        this.confidences = confidences(labelled);
        this.correct = correct(labelled);
        this.seed = seed;
        this.line = new Neighbours(spread(line));
        double threshold = ThresholdedConfidence.threshold(confidences.clone(), right(correct));
        Neighbours neighbours = new Neighbours(spread(known));
        List<ChangedSet> all = new ArrayList<>();
        for (List<Answer> set : changed) {
            double excess = neighbours.excess(neighbours.distances(set));
            all.add(new ChangedSet(ThresholdedConfidence.shareFrom(threshold, confidences(set)), excess * excess,
                    (double) right(correct(set)) / set.size()));
        }
        this.sets = all;
        this.steepness = best();
        double[] own = all.stream().filter(set -> set.squaredExcess() >= MOVED * MOVED)
                .mapToDouble(ChangedSet::ownSteepness).toArray();
        this.steepnesses = own.length == 0 ? new double[]{steepness} : own;
        this.thresholds = thresholds();
    }

    /** Images evenly chosen from all, so that the number of distances stays bounded. */
    private static List<Answer> spread(List<Answer> images) {
        int count = Math.min(MOST_KNOWN, images.size());
        List<Answer> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(images.get((int) ((long) i * images.size() / count)));
        }
        return chosen;
    }

    private double best() {
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i * STEP <= STEEPEST; i++) {
            double candidate = i * STEP;
            double error = sets.stream().mapToDouble(set -> set.error(candidate)).sum();
            if (error < least) {
                least = error;
                best = candidate;
            }
        }
        return best;
    }

    /**
     * @param window answers on unlabelled images, at least one
     * @return with the interval of a bootstrap over labelled images, the window's and, for {@code b}, the changed sets' own values (Efron
     *         1979, percentiles)
     */
    public AccuracyEstimate estimate(List<Answer> window) {
        requireImages(window);
        double[] given = confidences(window);
        double[] distances = line.distances(window);
        double accuracy = accuracy(given, line.excess(distances.clone()));
        double[] resampled = resampled(given, distances);
        return AccuracyEstimate.bootstrapped(accuracy, resampled);
    }

    /**
     * A set of labelled images with another look.
     *
     * @param family of the look
     * @param thresholded ATC's estimate, 0 to 1
     * @param excess D, 0 or more
     * @param accuracy counted, 0 to 1
     */
    public record Look(String family, double thresholded, double excess, double accuracy) {

        double ratio() {
            return accuracy / Math.max(thresholded, 1e-3);
        }
    }

    /** @param set answers on labelled images that were given the look, at least one */
    public Look look(String family, List<Answer> set) {
        double threshold = ThresholdedConfidence.threshold(confidences.clone(), right(correct));
        return new Look(family, ThresholdedConfidence.shareFrom(threshold, confidences(set)),
                line.excess(line.distances(set)), (double) right(correct(set)) / set.size());
    }

    /**
     * The same accuracy with another interval: a bootstrap over labelled images, the window's, what ATC's estimate was worth on the 20 looks
     * that moved the features about as far, {@code accuracy / ATC}, and which of the window's answers are right at that accuracy.
     *
     * @param window answers on unlabelled images, at least one
     * @param looks at least one
     */
    public AccuracyEstimate estimate(List<Answer> window, List<Look> looks) {
        requireImages(window);
        double[] given = confidences(window);
        double excess = line.excess(line.distances(window));
        double accuracy = accuracy(given, excess);
        double[] ratios = looks.stream().sorted(Comparator.comparingDouble(look -> Math.abs(look.excess() - excess)))
                .limit(NEAREST_LOOKS).mapToDouble(Look::ratio).toArray();
        Random random = new Random(seed);
        double[] estimates = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            int above = 0;
            for (int k = 0; k < given.length; k++) {
                above += given[random.nextInt(given.length)] >= thresholds[i] ? 1 : 0;
            }
            double probability = (double) above / given.length * ratios[random.nextInt(ratios.length)];
            int right = 0;
            for (int k = 0; k < given.length; k++) {
                right += random.nextDouble() < probability ? 1 : 0;
            }
            estimates[i] = (double) right / given.length;
        }
        return AccuracyEstimate.bootstrapped(accuracy, estimates);
    }

    private static void requireImages(List<Answer> window) {
        if (window.isEmpty()) {
            throw new IllegalArgumentException("A window needs images, there are none");
        }
    }

    private double accuracy(double[] given, double excess) {
        double threshold = ThresholdedConfidence.threshold(confidences.clone(), right(correct));
        return ThresholdedConfidence.shareFrom(threshold, given) * discount(steepness, excess);
    }

    private double[] resampled(double[] given, double[] distances) {
        Random random = new Random(seed);
        double[] estimates = new double[RESAMPLES];
        double[] far = new double[distances.length];
        for (int i = 0; i < RESAMPLES; i++) {
            int above = 0;
            for (int k = 0; k < far.length; k++) {
                int place = random.nextInt(far.length);
                above += given[place] >= thresholds[i] ? 1 : 0;
                far[k] = distances[place];
            }
            estimates[i] = (double) above / far.length
                    * discount(steepnesses[random.nextInt(steepnesses.length)], line.excess(far));
        }
        return estimates;
    }

    /** Of resampled labelled images. */
    private double[] thresholds() {
        Random random = new Random(~seed);
        double[] thresholds = new double[RESAMPLES];
        double[] chosen = new double[confidences.length];
        for (int i = 0; i < RESAMPLES; i++) {
            int right = 0;
            for (int k = 0; k < chosen.length; k++) {
                int place = random.nextInt(chosen.length);
                chosen[k] = confidences[place];
                right += correct[place] ? 1 : 0;
            }
            thresholds[i] = ThresholdedConfidence.threshold(chosen, right);
        }
        return thresholds;
    }

    private static double discount(double steepness, double excess) {
        return Math.exp(-steepness * excess * excess);
    }

    /** The learnt {@code b}: 0 where distance says nothing. */
    public double steepness() {
        return steepness;
    }

    /** Share of right answers on the labelled images. */
    public double accuracy() {
        return (double) right(correct) / correct.length;
    }

    private static double[] confidences(List<Answer> answers) {
        return answers.stream().mapToDouble(Answer::confidence).toArray();
    }

    private static boolean[] correct(List<Answer> answers) {
        boolean[] correct = new boolean[answers.size()];
        for (int i = 0; i < correct.length; i++) {
            if (answers.get(i).correct() == null) {
                throw new IllegalArgumentException("Image " + i + " has no label, expected labelled images");
            }
            correct[i] = answers.get(i).correct();
        }
        return correct;
    }

    private static int right(boolean[] correct) {
        int right = 0;
        for (boolean answer : correct) {
            right += answer ? 1 : 0;
        }
        return right;
    }
}

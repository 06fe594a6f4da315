package io.crossline.evaluation.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.crossline.evaluation.drift.Observation;

/**
 * Marks a line's images that are of no known kind, as they come: a {@linkplain ConformalTest conformal p-value} each, and
 * {@linkplain FalseDiscoveries false-discovery control} over the newest images. An image is judged once, when it comes; the images
 * before it count for the control alone.
 *
 * <p>
 * A changed lamp moves every image, an unknown kind only its own. So all scores are divided by how much farther than the known
 * images' median the median of the newest images is, where it is farther. While more than half of them are of unknown kinds, none can
 * be told from a change of the line. Not for several threads.
 */
public final class NoveltyDetector {

    /** Images whose median says how far the line has moved. */
    private static final int LEAST_FOR_MEDIAN = 20;

    private final KnownImages known;
    private final ConformalTest test;
    private final double rate;
    private final int windowImages;
    private double[] newest = new double[0];

    /**
     * @param rate greatest expected share of known images among those marked, above 0 to 1
     * @param windowImages newest images that it is held over, at least 1
     */
    public NoveltyDetector(KnownImages known, double rate, int windowImages) {
        if (windowImages < 1) {
            throw new IllegalArgumentException("windowImages is " + windowImages + ", expected at least 1");
        }
        this.known = known;
        this.test = new ConformalTest(known.scores());
        this.rate = rate;
        this.windowImages = windowImages;
    }

    /**
     * @param batch the images that came, in the line's order; a batch larger than the window is judged as a whole
     * @return for each image of the batch
     */
    public List<Novelty> add(List<Observation> batch) {
        float[][] places = batch.stream().map(known::place).toArray(float[][]::new);
        double[] scores = Arrays.stream(places).mapToDouble(known::score).toArray();
        double[] window = window(scores);
        newest = window;
        double moved = moved(window);
        double[] pValues = Arrays.stream(window).map(score -> test.pValue(score / moved)).toArray();
        double threshold = FalseDiscoveries.threshold(pValues, rate);
        List<Novelty> found = new ArrayList<>(scores.length);
        int before = window.length - scores.length;
        for (int i = 0; i < scores.length; i++) {
            double pValue = pValues[before + i];
            found.add(new Novelty(places[i], scores[i], pValue, pValue <= threshold));
        }
        return found;
    }

    /** The newest scores, those of the batch last. */
    private double[] window(double[] batch) {
        int before = Math.min(newest.length, Math.max(0, windowImages - batch.length));
        double[] window = Arrays.copyOfRange(newest, newest.length - before, newest.length + batch.length);
        System.arraycopy(batch, 0, window, before, batch.length);
        return window;
    }

    /** 1 where the newest images are no farther than the known ones. */
    private double moved(double[] window) {
        if (window.length < LEAST_FOR_MEDIAN || !(test.median() > 0)) {
            return 1;
        }
        double[] ascending = window.clone();
        Arrays.sort(ascending);
        return Math.max(1, ascending[ascending.length / 2] / test.median());
    }
}

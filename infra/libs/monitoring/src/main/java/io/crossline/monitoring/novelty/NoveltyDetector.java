package io.crossline.monitoring.novelty;

import java.util.ArrayList;
import java.util.List;

import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.novelty.KnownImages.Distances;

/**
 * Marks a line's images that are of no known kind, as they come: a {@linkplain ConformalTest conformal p-value} each, and
 * {@linkplain FalseDiscoveries false-discovery control} over the newest images. An image is judged once, when it comes; the images
 * before it count for the control alone.
 *
 * <p>
 * A changed lamp moves every image, an unknown kind only its own. So all distances are divided by how much farther than the known
 * images the nearer ones of the newest images are. While most of them are of unknown kinds, none can be told from a change of the
 * line. Not for several threads.
 */
public final class NoveltyDetector {

    private final KnownImages known;
    private final ConformalTest test;
    private final double rate;
    private final int windowImages;
    private List<Distances> newest = List.of();

    /**
     * @param rate greatest expected share of known images among those marked, above 0 to 1
     * @param windowImages newest images that it is held over, at least 1
     */
    public NoveltyDetector(KnownImages known, double rate, int windowImages) {
        if (windowImages < 1) {
            throw new IllegalArgumentException("windowImages is " + windowImages + ", expected at least 1");
        }
        this.known = known;
        this.test = new ConformalTest(known.surprises());
        this.rate = rate;
        this.windowImages = windowImages;
    }

    /**
     * @param batch the images that came, in the line's order; a batch larger than the window is judged as a whole
     * @return for each image of the batch
     */
    public List<Novelty> add(List<Observation> batch) {
        List<Distances> window = new ArrayList<>(
                newest.subList(Math.min(newest.size(), Math.max(0, newest.size() + batch.size() - windowImages)),
                        newest.size()));
        int before = window.size();
        batch.stream().parallel().map(known::distances).forEachOrdered(window::add);
        newest = window;
        Distances moved = known.moved(window);
        double[] pValues = window.stream().mapToDouble(seen -> test.pValue(known.surprise(seen, moved))).toArray();
        double threshold = FalseDiscoveries.threshold(pValues, rate);
        List<Novelty> found = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Distances seen = window.get(before + i);
            double pValue = pValues[before + i];
            found.add(new Novelty(known.position(batch.get(i)), Math.hypot(seen.features(), seen.look()), pValue,
                    pValue <= threshold));
        }
        return found;
    }
}

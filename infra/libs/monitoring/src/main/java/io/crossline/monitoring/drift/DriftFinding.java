package io.crossline.monitoring.drift;

import java.util.List;

/**
 * What a window showed.
 *
 * @param window counted from 1 by its detector
 * @param images of the window
 * @param diagnosis what changed, in words
 * @param driftedInARow windows in a row that have drifted, this one included
 * @param confirmed whether this window confirms a drift; the following ones of the same drift do not again
 */
public record DriftFinding(int window, List<Observation> images, WindowFinding finding, String diagnosis,
        int driftedInARow, boolean confirmed) {

    /** From this share on, the words tell of images that are unlike every known one. */
    private static final double TOLD = 0.01;

    /**
     * The same, with words on the accuracy's estimate where images are unlike every one that the model knows.
     *
     * @param share of such images, 0 to 1
     */
    public DriftFinding withUnlike(double share) {
        return share < TOLD
                ? this
                : new DriftFinding(window, images, finding,
                        "%s; %.0f %% of the images are unlike every known one, and the estimate counts them as wrong"
                                .formatted(diagnosis, 100 * share),
                        driftedInARow, confirmed);
    }
}

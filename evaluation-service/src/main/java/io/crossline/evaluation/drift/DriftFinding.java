package io.crossline.evaluation.drift;

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
        int driftedInARow, boolean confirmed) {}

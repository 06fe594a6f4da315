package io.crossline.dashboard.lines;

import java.time.Instant;

/**
 * A row of the list of lines.
 *
 * @param detail why the line is in this state, a sentence without times; may be empty
 * @param estimate of the serving model's accuracy on the newest window, or null where there is none
 * @param countedAccuracy share of right answers in the newest window, 0 to 1; null where it came without labels
 * @param servingModel version of the model that predicts the line's images, or null
 * @param since when that model became the line's champion, or null
 * @param silentSince when the newest picture was captured; null unless the line is silent
 */
public record LineRow(String line, LineState state, String detail, Estimate estimate, Double countedAccuracy,
        String servingModel, Instant since, Instant silentSince) {

    /** An accuracy and its 95 % interval, 0 to 1. */
    public record Estimate(double accuracy, double low, double high) {}
}

package io.crossline.monitoring.drift;

import java.util.Map;

/**
 * What one window of images looks like beside the reference.
 *
 * @param drifted whether the pictures changed, at the stated rate of false alarms
 * @param classMixChanged whether the predicted classes' shares changed; alone, it calls for no new model
 * @param contradictsTold whether the told mix of classes proves many answers wrong; then nothing is said of a change of the mix
 * @param featuresP p-value of the features' discrepancy
 * @param statisticsP p-value of each picture statistic, corrected for their number (Westfall and Young 1993), see {@link WindowTest}
 * @param classMixP p-value of the predicted classes' shares
 * @param before mean of each statistic over the reference with the window's class mix
 * @param now mean of each statistic over the window
 */
public record WindowFinding(boolean drifted, boolean classMixChanged, boolean contradictsTold, double featuresP,
        Map<PictureStatistic, Double> statisticsP, double classMixP, Map<PictureStatistic, Double> before,
        Map<PictureStatistic, Double> now) {}

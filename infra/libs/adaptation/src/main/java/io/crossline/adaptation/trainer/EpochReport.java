package io.crossline.adaptation.trainer;

import java.util.Map;

/**
 * Result of one epoch.
 *
 * @param epoch the epoch that ended, from 1
 * @param losses mean of each loss over the epoch's steps, by name
 * @param imagesPerSecond training images (source and target) seen a second
 * @param trainSeconds time spent in steps since the run began, over all interruptions
 */
public record EpochReport(int epoch, int epochs, Map<String, Double> losses, double imagesPerSecond,
        double trainSeconds) {

    public EpochReport {
        losses = Map.copyOf(losses);
    }
}

package io.crossline.adaptation.trainer;

import java.util.Map;

/**
 * State within an epoch.
 *
 * @param epoch running epoch, from 1
 * @param step steps of this epoch done, from 1
 * @param steps of one epoch
 * @param losses mean of each loss over this epoch's steps so far, by name
 * @param imagesPerSecond training images seen a second since the epoch began or was resumed
 */
public record StepReport(int epoch, int epochs, int step, int steps, Map<String, Double> losses,
        double imagesPerSecond) {

    public StepReport {
        losses = Map.copyOf(losses);
    }

    /** Done part of the run, 0 to 1. */
    public double fraction() {
        return (epoch - 1 + (double) step / steps) / epochs;
    }
}

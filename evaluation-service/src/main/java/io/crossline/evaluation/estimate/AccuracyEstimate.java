package io.crossline.evaluation.estimate;

/**
 * An accuracy that was not counted but estimated.
 *
 * @param accuracy 0 to 1
 * @param low lower end of the 95 % interval
 * @param high its upper end
 */
public record AccuracyEstimate(double accuracy, double low, double high) {}

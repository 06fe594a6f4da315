package io.crossline.evaluation.loop;

import io.crossline.monitoring.estimate.AccuracyEstimate;

/** Whether a new champion is to be rolled back, by one window that it and the model before it both predicted. */
public final class Probation {

    private Probation() {}

    /**
     * The champion's estimate has fallen below that of the model before on the same images, so that images which are hard for every
     * model roll nothing back. The difference counts where its 95 % interval, put together from both (Newcombe 1998, method 10),
     * is above 0.
     *
     * @param champion estimate of the new champion, or null where there is none: that fails nobody
     * @param previous estimate of the model before, or null
     */
    public static boolean fails(AccuracyEstimate champion, AccuracyEstimate previous) {
        if (champion == null || previous == null) {
            return false;
        }
        double margin = Math.hypot(previous.accuracy() - previous.low(), champion.high() - champion.accuracy());
        return previous.accuracy() - champion.accuracy() > margin;
    }
}

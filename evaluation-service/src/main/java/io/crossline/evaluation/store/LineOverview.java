package io.crossline.evaluation.store;

import java.time.Instant;

import io.crossline.evaluation.loop.CycleState;
import io.crossline.evaluation.serving.CameraFault;
import io.crossline.monitoring.estimate.AccuracyEstimate;

/**
 * The state of one line in a few figures, for a list of many lines.
 *
 * @param champion version of the line's champion, or null
 * @param championSince when it became champion, or null
 * @param loopEnabled whether a person switched the loop on or off for this line; null where nobody did, and the configuration holds
 * @param loopPinned whether a person pinned the champion
 * @param window the newest window, or null
 * @param cycle the newest cycle, open or closed, or null
 * @param cameraFault what is wrong with the line's camera, or null
 */
public record LineOverview(String line, String champion, Instant championSince, Boolean loopEnabled,
        boolean loopPinned, NewestWindow window, NewestCycle cycle, CameraFault cameraFault) {

    /**
     * @param modelVersion champion of that time
     * @param driftedInARow drifted windows in a row, this one included
     * @param estimate of the model's accuracy on the window, or null
     */
    public record NewestWindow(String modelVersion, boolean drifted, int driftedInARow, String diagnosis,
            AccuracyEstimate estimate, Double trueAccuracy, Instant at) {}

    /**
     * @param outcome null while the cycle is open
     * @param closedAt null while the cycle is open
     */
    public record NewestCycle(CycleState state, CycleState.Outcome outcome, String detail, Instant openedAt,
            Instant closedAt) {}
}

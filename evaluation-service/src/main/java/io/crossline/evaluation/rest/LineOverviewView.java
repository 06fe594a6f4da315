package io.crossline.evaluation.rest;

import java.time.Instant;

import io.crossline.evaluation.serving.CameraFault;
import io.crossline.evaluation.store.LineOverview;

/**
 * The state of one line in a few figures.
 *
 * @param servingModel version of the model that predicts the line's batches; null where none does
 * @param championSince when the line's champion became champion, or null
 * @param loopEnabled whether the loop opens cycles for the line
 * @param loopPinned whether the champion stays until a person unpins it
 * @param window the newest window, or null
 * @param cycle the newest cycle, open or closed, or null
 * @param cameraFault what is wrong with most of the newest frames; null as a rule
 * @param missing why no model serves, and what to do, in words; null where one does
 */
public record LineOverviewView(String line, String servingModel, Instant championSince, boolean loopEnabled,
        boolean loopPinned, LineOverview.NewestWindow window, LineOverview.NewestCycle cycle, CameraFault cameraFault,
        String missing) {}

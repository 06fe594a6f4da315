package io.crossline.evaluation.rest;

import java.util.List;

import io.crossline.contracts.ModelPromoted;
import io.crossline.evaluation.loop.Cycle;
import io.crossline.evaluation.loop.LoopSettings;
import io.crossline.evaluation.serving.CameraFault;

/**
 * Which model serves a line, and what the loop does there.
 *
 * @param servingModel version of the model that predicts the line's batches, which is the champion; null where none does
 * @param champion the line's newest promotion, or null
 * @param loop how the loop treats the line
 * @param cycle the open one, or null
 * @param compared models that predict beside the champion for comparison
 * @param cameraFault what is wrong with most of the newest frames, since when, and how many; null as a rule
 * @param missing why no model serves, and what to do, in words; null where one does
 */
public record LineView(String line, String servingModel, ModelPromoted champion, LoopSettings loop, Cycle cycle,
        List<String> compared, String missing, CameraFault cameraFault) {}

package io.crossline.evaluation.rest;

import java.util.List;

import io.crossline.evaluation.loop.Cycle;
import io.crossline.evaluation.loop.LoopSettings;
import io.crossline.evaluation.serving.Promotion;

/**
 * Which model serves a line, and what the loop does there.
 *
 * @param servingModel version of the model that predicts the line's batches: the champion or, for want of one, the pair's newest
 *        source-only classifier; null where there is neither
 * @param champion the line's newest promotion, or null
 * @param loop how the loop treats the line
 * @param cycle the open one, or null
 * @param compared models that predict beside the champion for comparison
 */
public record LineView(String line, String servingModel, Promotion champion, LoopSettings loop, Cycle cycle,
        List<String> compared) {}

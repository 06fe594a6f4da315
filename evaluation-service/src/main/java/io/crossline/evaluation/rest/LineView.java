package io.crossline.evaluation.rest;

import io.crossline.evaluation.serving.Promotion;

/**
 * Which model serves a line.
 *
 * @param serving version of the model that predicts the line's batches: the champion or, for want of one, the pair's newest
 *        source-only classifier; null where there is neither
 * @param champion the line's newest promotion, or null
 */
public record LineView(String line, String serving, Promotion champion) {}

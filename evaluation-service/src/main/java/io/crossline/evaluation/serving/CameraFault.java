package io.crossline.evaluation.serving;

import java.time.Instant;

import io.crossline.contracts.FrameCheck;

/**
 * A line's camera sends too many unusable frames.
 *
 * @param check that marks most of them
 * @param since capture time of the first of them
 * @param frames unusable ones since then
 */
public record CameraFault(FrameCheck check, Instant since, long frames) {}

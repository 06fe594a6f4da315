package io.crossline.monitoring.frames;

import io.crossline.contracts.FrameCheck;

/**
 * Why a frame is unusable.
 *
 * @param measured value of the check's measure, see {@link FrameInspector}
 * @param limit that the value reached
 */
public record FrameFinding(FrameCheck check, double measured, double limit) {}

/** Checks of a line's camera frames: what spoils a frame is known by pixels alone, before anything learns from it or predicts it. */
package io.crossline.monitoring.frames;

/**
 * Follows the training that repeats a model's training. Started by {@code io.crossline.local.ReplayCommand}; talks to the
 * training service by {@code io.crossline.local.rest}.
 */
package io.crossline.local.replay;

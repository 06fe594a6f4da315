/**
 * {@code infra/crossline rates}: how often the drift test is wrong, and how far its estimates of a model's accuracy
 * are from the truth, over many windows of simulated lines. The classes of {@code infra/libs/monitoring}
 * are measured; {@code accuracy} trains the models, the simulator of {@code infra/libs/datasets} draws the images. Knows {@code report}.
 */
package io.crossline.bench.loop;

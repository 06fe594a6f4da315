/**
 * {@code infra/crossline rates}: how often the evaluation service's drift test is wrong, and how far its estimates of a model's accuracy
 * are from the truth, over many windows of simulated lines. The evaluation service's own classes are measured;
 * {@code accuracy} trains the models, the ingest service's simulator draws the images. Knows {@code report}.
 */
package io.crossline.bench.loop;

/**
 * Which images are of a kind that the model does not know: a conformal p-value of each image's distance from the known images of its
 * line, false-discovery control over the newest images, and groups of those that are like each other. Pure maths; the
 * evaluation service uses it for every batch.
 */
package io.crossline.monitoring.novelty;

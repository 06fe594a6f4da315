/**
 * Brings models and images to the maths of {@link io.crossline.monitoring.gate}: {@link io.crossline.evaluation.gate.Gate} compares a
 * candidate with a line's champion, and {@code loop} acts on the verdict; {@link io.crossline.evaluation.gate.Recommender} compares an
 * adaptation's models once each is scored.
 */
package io.crossline.evaluation.gate;

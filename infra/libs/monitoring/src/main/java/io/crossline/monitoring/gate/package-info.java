/**
 * Candidate meets champion: label-free validators vote on the same images, guards look for collapsed classes and a forgotten source
 * line, labels that people gave decide where there are enough. {@link io.crossline.monitoring.gate.VotingGate} compares two models of a
 * line, {@link io.crossline.monitoring.gate.Recommendation} the models of an adaptation. Pure maths; the evaluation service brings the images.
 */
package io.crossline.monitoring.gate;

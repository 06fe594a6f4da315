/**
 * Candidate meets champion: label-free validators vote on the same images, guards look for collapsed classes and a forgotten source
 * line, labels that people gave decide where there are enough. {@link Gate} asks for a line, and {@code loop} acts on the verdict;
 * {@link Recommender} asks for an adaptation's models. All else is pure.
 */
package io.crossline.evaluation.gate;

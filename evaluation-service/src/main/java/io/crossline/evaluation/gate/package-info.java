/**
 * Candidate meets champion: label-free validators vote on the same images, guards look for collapsed classes and a forgotten source
 * line, labels that people gave decide where there are enough. All but {@link Gate} is pure; {@code loop} acts on the verdict.
 */
package io.crossline.evaluation.gate;

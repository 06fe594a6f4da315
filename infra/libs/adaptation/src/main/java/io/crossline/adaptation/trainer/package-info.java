/**
 * What a trainer is: what it takes, what it reports, how it stops and resumes. A trainer knows no Kafka and no files but its checkpoints;
 * the jobs of the training service call it. The methods live in the neighbouring packages {@code source}, {@code dann},
 * {@code coral} and {@code cyclegan}; their losses in {@code loss}.
 */
package io.crossline.adaptation.trainer;

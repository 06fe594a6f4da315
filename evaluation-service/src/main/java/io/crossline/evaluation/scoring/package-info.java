/**
 * Trained models at work on test images: classifiers are scored, generators checked. Uses {@code metrics} and
 * {@code projection}; the images and the parent models come through {@link io.crossline.kafka.LineImages},
 * {@link io.crossline.evaluation.scoring.PlacedImages} and
 * {@link io.crossline.evaluation.scoring.ModelArchives}, which {@code messaging} implements.
 */
package io.crossline.evaluation.scoring;

import io.crossline.kafka.LineImages;

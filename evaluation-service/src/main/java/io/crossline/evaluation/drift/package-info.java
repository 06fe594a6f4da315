/**
 * Notices when a line's images are no longer those that its model was trained on, and says in words what changed. Windows of
 * captured images are tested against the model's own training images. Knows {@code estimate}; pure maths: {@code serving} brings images and
 * features, {@code store} and {@code messaging} carry findings on.
 */
package io.crossline.evaluation.drift;

/**
 * Notices when a line's images are no longer those that its model was trained on, and says in words what changed. Windows of
 * captured images are tested against the model's own training images. Knows {@code estimate}; pure maths: the evaluation service brings
 * images and features, and carries findings on.
 */
package io.crossline.monitoring.drift;

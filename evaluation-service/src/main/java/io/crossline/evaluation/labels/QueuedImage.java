package io.crossline.evaluation.labels;

import io.crossline.evaluation.scoring.PlacedImage;

/** An image that waits for a label, with its picture. */
public record QueuedImage(LabelCandidate candidate, PlacedImage picture) {}

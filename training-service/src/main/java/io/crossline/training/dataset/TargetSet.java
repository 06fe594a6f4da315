package io.crossline.training.dataset;

import io.crossline.training.trainer.UnlabelledImages;

/** Images of a target line. There is no way for its labels to get in here. */
public record TargetSet(UnlabelledImages images, ReadReport report) {}

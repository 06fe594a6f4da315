package io.crossline.evaluation.pictures;

import java.util.List;

import io.crossline.monitoring.drift.ImagePlace;

/** Where a line's newest images are. */
@FunctionalInterface
public interface CapturedPlaces {

    /** Images of the line that a model has predicted, the newest first, at most so many. */
    List<ImagePlace> newest(String line, int count);
}

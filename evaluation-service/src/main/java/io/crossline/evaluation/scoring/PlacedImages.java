package io.crossline.evaluation.scoring;

import java.util.Collection;
import java.util.Map;

import io.crossline.monitoring.drift.ImagePlace;

/** Where single images of a line come from. */
@FunctionalInterface
public interface PlacedImages {

    /** The images that are still in Kafka at these places and of that line. */
    Map<ImagePlace, PlacedImage> read(String line, Collection<ImagePlace> places);
}

package io.crossline.evaluation.labels;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.GivenLabel;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.drift.Window;

/** The images that wait for a label and the labels that were given, as the database remembers them. */
public interface LabelBook {

    /**
     * Adds images of a window to the line's queue; those that are in it or have a label stay as they are.
     *
     * @param atMost images that may wait; the oldest windows' leave, of one window the least useful
     */
    void queue(Window window, List<Choice> choices, int atMost);

    /** Features, by that model, of the line's images that wait or have a label; the newest, at most so many. */
    List<float[]> chosen(String line, String modelVersion, int limit);

    /** All images of the line that wait, the most useful first, of the same use the newest. */
    List<LabelCandidate> waiting(String line);

    /** Takes images out of the queue. */
    void remove(Collection<ImagePlace> gone);

    /** How many images the batch at that place has; empty where it is no batch of the line that a model has predicted. */
    OptionalInt images(String line, ImagePlace place);

    /** @param replace whether the label takes the place of another that was given before */
    Labelled give(LineLabel label, boolean replace);

    /** The line's labels, the newest first. */
    List<LineLabel> given(String line, int limit);

    /** The labels of images in the data set, the oldest first: what a job that trains on it can be told. */
    List<GivenLabel> givenIn(DataSelection selection);

    /** How many labels of each class the line has. */
    Map<String, Integer> counts(String line);
}

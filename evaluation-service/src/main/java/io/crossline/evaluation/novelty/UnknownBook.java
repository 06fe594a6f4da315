package io.crossline.evaluation.novelty;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.GivenLabel;
import io.crossline.monitoring.drift.ImagePlace;
import io.crossline.monitoring.novelty.Marks;
import io.crossline.monitoring.novelty.UnknownImage;

/** The images that were marked as unknown, as the database remembers them. */
public interface UnknownBook {

    /** Those of the line that nobody has named, the newest first. */
    List<UnknownImage> waiting(String line);

    /** Which of these are marked images of the line, named or not. */
    Set<ImagePlace> marked(String line, Collection<ImagePlace> places);

    /** The marked images of the data set, named or not, whichever model marked them. */
    Marks markedIn(DataSelection selection);

    /** Marked training images of the line that were named, with their classes, the newest first. */
    List<GivenLabel> examples(String line);

    /** How many marked images of the line were given each class. */
    Map<String, Integer> named(String line);
}

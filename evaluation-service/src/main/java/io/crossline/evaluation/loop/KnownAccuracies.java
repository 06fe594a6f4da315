package io.crossline.evaluation.loop;

import java.util.List;
import java.util.OptionalDouble;

/** What the database knows of how right a model is. */
public interface KnownAccuracies {

    /** Share of right answers on the labelled test images of its source line; empty where there are none. */
    OptionalDouble measured(String modelVersion);

    /** Estimates of the line's newest windows that the model served, the newest first; windows without one are left out. */
    List<Double> estimates(String line, String modelVersion, int windows);
}

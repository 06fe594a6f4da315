package io.crossline.evaluation.loop;

import java.util.List;
import java.util.OptionalDouble;

import io.crossline.monitoring.metrics.AnswerCosts;

/** What the database knows of how right a model is, and of what its errors cost. */
public interface KnownAccuracies {

    /** Share of right answers on the labelled test images of its source line; empty where there are none. */
    OptionalDouble measured(String modelVersion);

    /** Estimates of the line's newest windows that the model served, the newest first; windows without one are left out. */
    List<Double> estimates(String line, String modelVersion, int windows);

    /** What an answer costs at most, on average, on the same test images as {@link #measured}; empty where there are none. */
    OptionalDouble measuredCost(String modelVersion, AnswerCosts costs);

    /** Estimated costs of the same windows as {@link #estimates}; windows without one are left out. */
    List<Double> estimatedCosts(String line, String modelVersion, int windows);
}

package io.crossline.evaluation.metrics;

import java.util.List;

/**
 * A model's figures on one line's test images.
 *
 * @param images scored, unlabelled ones included
 * @param accuracy over the labelled images; null where there are none
 * @param calibrationError expected calibration error over the labelled images; null where there are none
 * @param confusion {@code [actual][predicted]}; empty where there are no labels
 * @param classes one score a class; empty where there are no labels
 * @param trade escapes against overkill; null where there are no labels or no good class, and for models scored before it was kept
 */
public record LineScore(String line, Role role, long images, Double accuracy, Double calibrationError,
        long[][] confusion, List<ClassScore> classes, Trade trade) {

    public LineScore {
        classes = List.copyOf(classes);
    }
}

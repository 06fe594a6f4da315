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
 */
public record LineScore(String line, Role role, long images, Double accuracy, Double calibrationError,
        long[][] confusion, List<ClassScore> classes) {

    public LineScore {
        classes = List.copyOf(classes);
    }
}

package io.crossline.monitoring.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model's figures on one line's test images.
 *
 * @param images scored, unlabelled ones included; those of {@code otherClasses} are not among them
 * @param accuracy over the labelled images; null where there are none
 * @param calibrationError expected calibration error over the labelled images; null where there are none
 * @param confusion {@code [actual][predicted]}; empty where there are no labels
 * @param classes one score a class; empty where there are no labels
 * @param trade escapes against overkill; null where there are no labels or no good class, and for models scored before it was kept
 * @param otherClasses images of classes that the model does not know, by the class's name: they are not scored
 */
public record LineScore(String line, Role role, long images, Double accuracy, Double calibrationError,
        long[][] confusion, List<ClassScore> classes, Trade trade, Map<String, Long> otherClasses) {

    /** Of a line that has no class besides the model's. */
    public LineScore(String line, Role role, long images, Double accuracy, Double calibrationError, long[][] confusion,
            List<ClassScore> classes, Trade trade) {
        this(line, role, images, accuracy, calibrationError, confusion, classes, trade, Map.of());
    }

    public LineScore {
        classes = List.copyOf(classes);
        otherClasses = new TreeMap<>(otherClasses);
    }
}

package io.crossline.bench.accuracy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.crossline.adaptation.trainer.Hyperparameters;

/**
 * Hyperparameters that are to differ from the preset's, for each training: {@code source}, {@code generators},
 * {@code fine-tune}, or a method.
 *
 * @param values by training, then by name
 */
public record Changes(Map<String, Map<String, String>> values) {

    /**
     * @param texts each {@code TRAINING.NAME=VALUE}
     * @throws IllegalArgumentException if one is not of that form, or names no training
     */
    public static Changes parse(List<String> texts) {
        Map<String, Map<String, String>> values = new HashMap<>();
        for (String text : texts) {
            int dot = text.indexOf('.');
            int equals = text.indexOf('=');
            if (dot < 1 || equals < dot + 2) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no TRAINING.NAME=VALUE such as teacher.epochs=30");
            }
            String training = text.substring(0, dot);
            if (!Training.IDS.contains(training)) {
                throw new IllegalArgumentException("'" + text + "' names the training '" + training
                        + "', expected one of " + String.join(", ", new TreeSet<>(Training.IDS)));
            }
            values.computeIfAbsent(training, name -> new HashMap<>()).put(text.substring(dot + 1, equals),
                    text.substring(equals + 1));
        }
        return new Changes(values);
    }

    /** @throws IllegalArgumentException if the hyperparameters have no such name, or a value is out of bounds */
    <H extends Record & Hyperparameters> H apply(String training, H preset) {
        return Hyperparameters.of(preset, values.getOrDefault(training, Map.of()));
    }
}

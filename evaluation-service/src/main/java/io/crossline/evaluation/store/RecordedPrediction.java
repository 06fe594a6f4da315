package io.crossline.evaluation.store;

import java.time.Instant;
import java.util.Map;

/**
 * A model's predictions of one captured batch, in numbers.
 *
 * @param partition with {@code topic} and {@code offset} the record that holds the images
 * @param predicted how often each class was predicted, by name; images that were marked as unknown or unusable count for none
 * @param unknown how many were marked as unknown, or null where that was not looked for
 * @param unusable how many are unusable frames, which count for no class
 * @param meanConfidence mean probability of the predicted classes, 0 to 1
 * @param correct images whose class is right, those that were marked among them, or null for a batch without labels
 */
public record RecordedPrediction(String modelVersion, String topic, int partition, long offset, String dataset,
        String split, int images, Map<String, Integer> predicted, Integer unknown, int unusable, double meanConfidence,
        Integer correct,
        Instant capturedAt, Instant predictedAt) {}

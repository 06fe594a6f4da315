package io.crossline.bench.accuracy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

import io.crossline.monitoring.metrics.InspectionFigures;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;

/**
 * A line's test images.
 *
 * @param pixels uint8, {@code [N, H, W, C]}
 * @param labels index of each image's class
 */
public record TestImages(byte[] pixels, int[] labels) {

    /**
     * The networks stay open.
     *
     * @param good index of the good class, if there is one
     */
    TestScore score(ClassifierNetworks networks, OptionalInt good) {
        long[][] counts = confusion(networks);
        long right = 0;
        for (int k = 0; k < counts.length; k++) {
            right += counts[k][k];
        }
        return new TestScore((double) right / labels.length, InspectionFigures.of(counts, good));
    }

    /** Images of each class (row) that were taken for each class (column), {@code [K][K]}. The networks stay open. */
    long[][] confusion(ClassifierNetworks networks) {
        Predictions predictions;
        try (Classifier classifier = new Classifier(networks.copy())) {
            predictions = classifier.predict(pixels);
        }
        long[][] counts = new long[networks.classes()][networks.classes()];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][predictions.label(i)]++;
        }
        return counts;
    }

    /**
     * The images of classes that are among others, with their labels there.
     *
     * @param indices of this line's classes among the others, -1 where they are not
     */
    TestImages among(int[] indices, int imageBytes) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        List<Integer> theirs = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            if (indices[labels[i]] >= 0) {
                kept.write(pixels, i * imageBytes, imageBytes);
                theirs.add(indices[labels[i]]);
            }
        }
        return new TestImages(kept.toByteArray(), theirs.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Some of the images at random, all where there are no more. */
    TestImages sample(int imageBytes, int most, long seed) {
        int[] chosen = new Random(seed).ints(0, labels.length).distinct().limit(Math.min(most, labels.length))
                .toArray();
        byte[] some = new byte[chosen.length * imageBytes];
        int[] theirs = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(pixels, chosen[i] * imageBytes, some, i * imageBytes, imageBytes);
            theirs[i] = labels[chosen[i]];
        }
        return new TestImages(some, theirs);
    }
}

package io.crossline.monitoring.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.crossline.networks.inference.Predictions;

/** Evidence of made-up models on a target line whose classes are known. */
final class ModelStandIn {

    private static final int SOURCE = 500;

    private final int[] truth;
    private final int classes;

    /** @param counts target images of each class */
    ModelStandIn(int... counts) {
        this.classes = counts.length;
        this.truth = new int[Arrays.stream(counts).sum()];
        int from = 0;
        for (int k = 0; k < counts.length; k++) {
            Arrays.fill(truth, from, from + counts[k], k);
            from += counts[k];
        }
    }

    /** A model that is right and sure of that share of the target images; the others it guesses, unsure and unsteadily. */
    Evidence skilled(double skill, long seed) {
        return sureOf(skill, 0, seed);
    }

    /** A model that gives that share of the target images the class after theirs, as sure and as steadily as a skilled one is right. */
    Evidence shifted(double share, long seed) {
        return sureOf(share, 1, seed);
    }

    private Evidence sureOf(double share, int offset, long seed) {
        Random random = new Random(seed);
        boolean[] sure = new boolean[truth.length];
        for (int i = 0; i < sure.length; i++) {
            sure[i] = random.nextDouble() < share;
        }
        return evidence(answers(sure, offset, random), answers(sure, offset, random), seed);
    }

    /** A model that answers every target image with one class, sure and steadily. */
    Evidence always(int answer, long seed) {
        Random random = new Random(seed);
        float[][] probabilities = new float[truth.length][];
        float[][] features = new float[truth.length][];
        for (int i = 0; i < truth.length; i++) {
            probabilities[i] = row(answer, 0.995f);
            features[i] = features(answer, random);
        }
        Predictions same = new Predictions(probabilities, probabilities, features);
        return evidence(same, same, seed);
    }

    private Evidence evidence(Predictions target, Predictions changed, long seed) {
        Random random = new Random(seed + 100);
        int[] labels = new int[SOURCE];
        float[][] probabilities = new float[SOURCE][];
        float[][] features = new float[SOURCE][];
        for (int i = 0; i < SOURCE; i++) {
            labels[i] = i % classes;
            boolean right = random.nextDouble() < 0.97;
            int said = right ? labels[i] : (labels[i] + 1) % classes;
            probabilities[i] = row(said, right ? 0.96f + 0.03f * random.nextFloat() : 0.5f);
            features[i] = features(right ? said : -1, random);
        }
        return new Evidence(target, List.of(changed), new Predictions(probabilities, probabilities, features), labels);
    }

    private Predictions answers(boolean[] sure, int offset, Random random) {
        float[][] probabilities = new float[truth.length][];
        float[][] features = new float[truth.length][];
        for (int i = 0; i < truth.length; i++) {
            int said = sure[i] ? (truth[i] + offset) % classes : random.nextInt(classes);
            probabilities[i] = row(said,
                    sure[i] ? 0.96f + 0.03f * random.nextFloat() : 0.4f + 0.2f * random.nextFloat());
            features[i] = features(sure[i] ? said : -1, random);
        }
        return new Predictions(probabilities, probabilities, features);
    }

    private float[] row(int said, float confidence) {
        float[] row = new float[classes];
        Arrays.fill(row, (1 - confidence) / (classes - 1));
        row[said] = confidence;
        return row;
    }

    private static float[] features(int said, Random random) {
        float[] features = new float[8];
        for (int d = 0; d < features.length; d++) {
            features[d] = (float) (0.3 * random.nextGaussian() + (d == said ? 1 : 0));
        }
        return features;
    }
}

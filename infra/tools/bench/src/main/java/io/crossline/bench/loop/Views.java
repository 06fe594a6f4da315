package io.crossline.bench.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.crossline.bench.accuracy.TestImages;
import io.crossline.monitoring.drift.Observation;
import io.crossline.monitoring.estimate.Answer;
import io.crossline.monitoring.estimate.ChangedLook;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;

/**
 * All that estimators may look at for a set of images.
 *
 * @param predictions of the images
 * @param copies of mildly changed copies, each image changed on its own
 * @param partner of another model
 * @param looks the pictures' statistics
 */
record Views(Predictions predictions, List<Predictions> copies, Predictions partner, List<double[]> looks) {

    private static final int COPIES = 3;
    private static final double MILD = 0.3;

    static Views of(ServedModel served, Classifier partner, TestImages images, long seed) {
        List<Predictions> copies = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < COPIES; i++) {
            copies.add(served.classifier().predict(changed(images.pixels(), random)));
        }
        return new Views(served.classifier().predict(images.pixels()), copies, partner.predict(images.pixels()),
                served.observe(images).stream().map(Observation::statistics).toList());
    }

    private static byte[] changed(byte[] pixels, Random random) {
        byte[] changed = new byte[pixels.length];
        int size = SimulatedImages.SHAPE.bytes();
        for (int from = 0; from < pixels.length; from += size) {
            byte[] image = Arrays.copyOfRange(pixels, from, from + size);
            System.arraycopy(ChangedLook.random(MILD, random).apply(image, SimulatedImages.SHAPE, random), 0, changed,
                    from,
                    size);
        }
        return changed;
    }

    int count() {
        return predictions.count();
    }

    List<Answer> answers() {
        return answers(predictions);
    }

    static List<Answer> answers(Predictions predictions) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < predictions.count(); i++) {
            answers.add(new Answer(predictions.features()[i], predictions.label(i),
                    Math.min(1, predictions.confidence(i)), null));
        }
        return answers;
    }

    double[] confidences() {
        return confidences(1);
    }

    /** Highest probability of each image with all logits divided by the temperature (Guo et al. 2017). */
    double[] confidences(double temperature) {
        double[] confidences = new double[count()];
        for (int i = 0; i < confidences.length; i++) {
            float[] logits = predictions.logits()[i];
            double most = logits[predictions.label(i)];
            double sum = 0;
            for (float logit : logits) {
                sum += Math.exp((logit - most) / temperature);
            }
            confidences[i] = 1 / sum;
        }
        return confidences;
    }

    /** Mean probability of the predicted class over the image and its copies. */
    double[] confidencesOfCopies() {
        double[] confidences = new double[count()];
        for (int i = 0; i < confidences.length; i++) {
            int predicted = predictions.label(i);
            confidences[i] = predictions.probabilities()[i][predicted] / (1.0 + copies.size());
            for (Predictions copy : copies) {
                confidences[i] += copy.probabilities()[i][predicted] / (1.0 + copies.size());
            }
        }
        return confidences;
    }

    /** Share of copies with the same predicted class. */
    double agreementOfCopies() {
        return copies.stream().mapToDouble(this::agreement).average().orElse(1);
    }

    double agreementOfPartner() {
        return agreement(partner);
    }

    private double agreement(Predictions other) {
        int same = 0;
        for (int i = 0; i < count(); i++) {
            same += predictions.label(i) == other.label(i) ? 1 : 0;
        }
        return (double) same / count();
    }

    double accuracy(int[] labels) {
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += predictions.label(i) == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    boolean[] correct(int[] labels) {
        boolean[] correct = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            correct[i] = predictions.label(i) == labels[i];
        }
        return correct;
    }
}

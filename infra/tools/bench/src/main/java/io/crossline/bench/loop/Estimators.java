package io.crossline.bench.loop;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.hipparchus.stat.regression.SimpleRegression;

import io.crossline.bench.accuracy.TestImages;
import io.crossline.monitoring.estimate.Answer;
import io.crossline.monitoring.estimate.Calibration;
import io.crossline.monitoring.estimate.ChangedLook;
import io.crossline.monitoring.estimate.CheckedConfidence;
import io.crossline.monitoring.estimate.KnownLooks;
import io.crossline.monitoring.estimate.ThresholdedConfidence;
import io.crossline.networks.inference.Classifier;
import io.crossline.networks.inference.Predictions;

/** The estimators that are compared, prepared on the source line's labelled test images. */
final class Estimators {

    private static final int LOOKS = 24;
    private static final int CHANGED = 250;

    private Estimators() {}

    /**
     * @param line images of the watched line that the model was trained on
     * @param looks of the same images
     * @return by name
     */
    static Map<String, Estimator> prepare(ServedModel served, Classifier partner, TestImages labelled,
            List<Answer> line,
            KnownLooks looks, long seed) {
        Views known = Views.of(served, partner, labelled, seed);
        boolean[] correct = known.correct(labelled.labels());
        double accuracy = known.accuracy(labelled.labels());
        double temperature = temperature(known, labelled.labels());
        ThresholdedConfidence thresholded = new ThresholdedConfidence(known.confidences(), correct, seed);
        ThresholdedConfidence ofCopies = new ThresholdedConfidence(known.confidencesOfCopies(), correct, seed);
        SimpleRegression regression = regression(served, labelled, seed);
        CheckedConfidence checked = new Calibration(SimulatedImages.SHAPE,
                pixels -> Views.answers(served.classifier().predict(pixels)))
                .checked(labelled.pixels(), labelled.labels(), line, seed);
        double confidence = mean(known.confidences());
        double copies = known.agreementOfCopies();
        double models = known.agreementOfPartner();

        Map<String, Estimator> all = new LinkedHashMap<>();
        all.put("mean confidence", window -> Estimator.number(mean(window.confidences())));
        all.put("temperature-scaled", window -> Estimator.number(mean(window.confidences(temperature))));
        all.put("difference of confidences",
                window -> Estimator.number(accuracy + mean(window.confidences()) - confidence));
        all.put("agreement of two models",
                window -> Estimator.number(accuracy + window.agreementOfPartner() - models));
        all.put("agreement of copies", window -> Estimator.number(accuracy + window.agreementOfCopies() - copies));
        all.put("thresholded, over copies", window -> ofCopies.estimate(window.confidencesOfCopies()));
        all.put("regression on changed sets",
                window -> Estimator.number(regression.predict(mean(window.confidences()))));
        all.put("thresholded confidence", window -> thresholded.estimate(window.confidences()));
        all.put("discounted by distance", window -> checked.discounted().estimate(window.answers()));
        all.put("discounted, checked on families", window -> checked.estimate(window.answers()));
        all.put("the same, bounded by looks",
                window -> KnownLooks.bound(checked.estimate(window.answers()), looks.unlike(window.looks())));
        return all;
    }

    /** The one of a fine grid with the least cross-entropy on labelled images (Guo et al. 2017). */
    static double temperature(Views known, int[] labels) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double candidate = 0.1; candidate < 10; candidate *= 1.02) {
            double loss = 0;
            for (int i = 0; i < labels.length; i++) {
                float[] logits = known.predictions().logits()[i];
                double sum = 0;
                for (float logit : logits) {
                    sum += Math.exp((logit - logits[labels[i]]) / candidate);
                }
                loss += Math.log(sum);
            }
            if (loss < least) {
                least = loss;
                best = candidate;
            }
        }
        return best;
    }

    /** Accuracy as a straight line of the mean confidence, over labelled images with other looks (Deng and Zheng 2021). */
    private static SimpleRegression regression(ServedModel served, TestImages labelled, long seed) {
        Random random = new Random(seed);
        int count = Math.min(CHANGED, labelled.labels().length);
        byte[] pixels = Arrays.copyOf(labelled.pixels(), count * SimulatedImages.SHAPE.bytes());
        int[] labels = Arrays.copyOf(labelled.labels(), count);
        SimpleRegression regression = new SimpleRegression();
        for (ChangedLook look : ChangedLook.spread(LOOKS, random)) {
            Predictions predictions = served.classifier().predict(look.apply(pixels, SimulatedImages.SHAPE, random));
            Views set = new Views(predictions, List.of(), predictions, List.of());
            regression.addData(mean(set.confidences()), set.accuracy(labels));
        }
        return regression;
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }
}

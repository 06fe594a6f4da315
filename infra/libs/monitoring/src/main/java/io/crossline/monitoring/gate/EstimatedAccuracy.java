package io.crossline.monitoring.gate;

import io.crossline.monitoring.estimate.ThresholdedConfidence;

/** Average thresholded confidence (Garg et al. 2022): the share of images whose confidence is above the threshold that fits the source line. */
final class EstimatedAccuracy implements Validator {

    @Override
    public String name() {
        return "estimatedAccuracy";
    }

    @Override
    public Score score(Evidence evidence) {
        boolean[] right = right(evidence);
        double[] values = new double[right.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = right[i] ? 1 : 0;
        }
        return Score.mean(values);
    }

    /** Whether each answer on the target images is as sure as right answers on the source images are. */
    static boolean[] right(Evidence evidence) {
        double[] confidences = new double[evidence.source().count()];
        boolean[] known = new boolean[confidences.length];
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] = Math.min(1, evidence.source().confidence(i));
            known[i] = evidence.source().label(i) == evidence.sourceLabels()[i];
        }
        double threshold = new ThresholdedConfidence(confidences, known, 0).threshold();
        boolean[] right = new boolean[evidence.target().count()];
        for (int i = 0; i < right.length; i++) {
            right[i] = Math.min(1, evidence.target().confidence(i)) >= threshold;
        }
        return right;
    }
}

package io.crossline.evaluation.gate;

import io.crossline.evaluation.estimate.ThresholdedConfidence;

/** Average thresholded confidence (Garg et al. 2022), as the line's windows are estimated. */
final class EstimatedAccuracy implements Validator {

    @Override
    public String name() {
        return "estimatedAccuracy";
    }

    @Override
    public Score score(Evidence evidence) {
        double[] confidences = new double[evidence.source().count()];
        boolean[] right = new boolean[confidences.length];
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] = Math.min(1, evidence.source().confidence(i));
            right[i] = evidence.source().label(i) == evidence.sourceLabels()[i];
        }
        double threshold = new ThresholdedConfidence(confidences, right, 0).threshold();
        double[] above = new double[evidence.target().count()];
        for (int i = 0; i < above.length; i++) {
            above[i] = Math.min(1, evidence.target().confidence(i)) >= threshold ? 1 : 0;
        }
        return Score.mean(above);
    }
}

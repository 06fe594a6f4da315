package io.crossline.monitoring.gate;

import java.util.List;

import io.crossline.networks.inference.Predictions;

/**
 * Agreement with the ensemble (Hu et al. 2023, "Towards Reliable Model Selection for Unsupervised Domain Adaptation"): the mean of all models'
 * probabilities gives each target image a class, and a model's score is how often it answers so. The score is the mean over those classes
 * of the share of equal answers: classes count alike, however rare they are.
 */
final class EnsembleAgreement implements Validator {

    static final String NAME = "ensemble";

    private final int[] classes;
    private final int count;

    /** @param models of the same target images in the same order, at least one */
    EnsembleAgreement(List<Evidence> models) {
        Predictions first = models.get(0).target();
        this.count = first.probabilities()[0].length;
        this.classes = new int[first.count()];
        for (int image = 0; image < classes.length; image++) {
            classes[image] = likeliest(models, image);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Score score(Evidence evidence) {
        boolean[] equal = new boolean[classes.length];
        for (int image = 0; image < equal.length; image++) {
            equal[image] = evidence.target().label(image) == classes[image];
        }
        return Score.balanced(equal, classes, count);
    }

    private int likeliest(List<Evidence> models, int image) {
        double[] sum = new double[count];
        int likeliest = 0;
        for (Evidence model : models) {
            for (int k = 0; k < count; k++) {
                sum[k] += model.target().probabilities()[image][k];
            }
        }
        for (int k = 1; k < count; k++) {
            likeliest = sum[k] > sum[likeliest] ? k : likeliest;
        }
        return likeliest;
    }
}

package io.crossline.adaptation.source;

import io.crossline.adaptation.trainer.Sampling;

/**
 * Corrects a classifier that learnt from classes at other frequencies than those of its images: the logit of class k gets the logarithm of
 * {@code p_k / q_k}, with p the images' frequencies and q those in training (Saerens, Latinne and Decaestecker 2002, equation 2.4). A
 * part of it is a trade between accuracy, which wants all of it, and balanced accuracy, which wants none (Menon et al. 2021).
 */
final class PriorCorrection {

    private PriorCorrection() {}

    /**
     * @param counts images of each class, {@code [K]}
     * @param sampling how they were drawn in training
     * @param part of the correction that is wanted, 0 to 1
     * @return what is to be added to each logit, {@code [K]}; 0 for a class without images
     */
    static double[] terms(int[] counts, Sampling sampling, double part) {
        double[] own = Sampling.PASSES.shares(counts);
        double[] drawn = sampling.shares(counts);
        double[] terms = new double[counts.length];
        for (int k = 0; k < terms.length; k++) {
            terms[k] = counts[k] == 0 ? 0 : part * Math.log(own[k] / drawn[k]);
        }
        return terms;
    }
}

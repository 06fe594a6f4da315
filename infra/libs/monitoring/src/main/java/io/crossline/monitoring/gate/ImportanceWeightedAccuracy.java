package io.crossline.monitoring.gate;

/**
 * Accuracy on the labelled source images, each weighted by how much more often its features occur on the target line:
 * {@code sum w right / sum w} with {@code w = P(target | f) / P(source | f)} by a domain classifier on the model's features (Sugiyama
 * et al. 2007; weights as in You et al. 2019, section 3).
 */
final class ImportanceWeightedAccuracy implements Validator {

    /** Few source images with great weights would decide alone. */
    private static final double GREATEST_WEIGHT = 10;

    @Override
    public String name() {
        return "weightedAccuracy";
    }

    @Override
    public Score score(Evidence evidence) {
        DomainClassifier domains = DomainClassifier.fit(evidence.source().features(), evidence.target().features());
        double share = (double) evidence.source().count() / evidence.target().count();
        double[] weights = new double[evidence.source().count()];
        double[] right = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double target = domains.target(evidence.source().features()[i]);
            weights[i] = Math.min(GREATEST_WEIGHT, share * target / Math.max(1e-9, 1 - target));
            right[i] = evidence.source().label(i) == evidence.sourceLabels()[i] ? 1 : 0;
        }
        return new Score(weights.length, drawn -> {
            double sum = 0;
            double weighted = 0;
            for (int image : drawn) {
                sum += weights[image];
                weighted += weights[image] * right[image];
            }
            return sum == 0 ? 0 : weighted / sum;
        });
    }
}

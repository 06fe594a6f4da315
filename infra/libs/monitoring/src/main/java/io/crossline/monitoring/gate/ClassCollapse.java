package io.crossline.monitoring.gate;

import java.util.Locale;

/** Whether a candidate's answers left the mix of classes that they should have: the expected one, or without one the champion's. */
final class ClassCollapse {

    /** Of the champion's number of classes, or nearness to the expected mix. */
    private static final double LEAST = 0.7;
    /** Images of other classes than the commonest that have to be expected before it says something that there are none. */
    private static final double LEAST_EXPECTED = 5;

    private ClassCollapse() {}

    /** @return one sentence, or null where nothing collapsed */
    static String objection(Evidence champion, Evidence candidate) {
        return candidate.expectedMix() == null
                ? fewerClasses(champion, candidate)
                : againstMix(champion, candidate, candidate.expectedMix());
    }

    /** By the exponential of the entropy of the classes' shares. */
    private static String fewerClasses(Evidence champion, Evidence candidate) {
        double before = Math.exp(Entropy.of(champion.classShares()));
        double after = Math.exp(Entropy.of(candidate.classShares()));
        return after >= LEAST * before
                ? null
                : sentence("The candidate answers with %.1f classes where the champion answers with %.1f: its classes "
                        + "collapsed.", after, before);
    }

    /** By {@code exp(-KL(shares || mix))}, which for an even mix is the number of classes above, divided by all classes. */
    private static String againstMix(Evidence champion, Evidence candidate, double[] mix) {
        double before = Math.exp(-MixDistance.of(champion.classShares(), mix));
        double after = Math.exp(-MixDistance.of(candidate.classShares(), mix));
        if (after < LEAST * before) {
            return sentence("The candidate's answers are farther from the expected mix of classes than the champion's, "
                    + "%.2f where 1 is the mix and the champion has %.2f: its classes collapsed.", after, before);
        }
        int commonest = commonest(mix);
        double expected = (1 - mix[commonest]) * candidate.target().count();
        return expected >= LEAST_EXPECTED && othersAnswered(candidate, commonest) == 0
                ? sentence("The candidate answers with the commonest class alone where about %.0f images of others are "
                        + "expected: its classes collapsed.", expected)
                : null;
    }

    private static int othersAnswered(Evidence candidate, int commonest) {
        int others = 0;
        for (int i = 0; i < candidate.target().count(); i++) {
            others += candidate.target().label(i) == commonest ? 0 : 1;
        }
        return others;
    }

    private static int commonest(double[] mix) {
        int commonest = 0;
        for (int k = 1; k < mix.length; k++) {
            commonest = mix[k] > mix[commonest] ? k : commonest;
        }
        return commonest;
    }

    private static String sentence(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

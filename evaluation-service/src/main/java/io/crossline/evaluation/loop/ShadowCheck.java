package io.crossline.evaluation.loop;

import java.util.List;

import io.crossline.monitoring.drift.Observation;

/**
 * What champion and candidate said of the same images while the candidate served in shadow.
 *
 * @param agreement share of images with the same predicted class, 0 to 1
 * @param championConfidence mean probability of the champion's predicted classes
 * @param candidateConfidence the same of the candidate
 * @param classes how many of the classes that the champion predicted the candidate predicted at least once, as a share
 */
public record ShadowCheck(double agreement, double championConfidence, double candidateConfidence, double classes) {

    /** A candidate that is less sure by more than this of images that it was trained to understand has not learnt them. */
    private static final double CONFIDENCE_MARGIN = 0.05;
    /** Rare classes may be missing among a few batches. */
    private static final double LEAST_CLASSES = 0.5;

    /** @param champion with {@code candidate} of the same images in the same order, at least one */
    public static ShadowCheck of(List<Observation> champion, List<Observation> candidate) {
        if (champion.isEmpty() || champion.size() != candidate.size()) {
            throw new IllegalArgumentException(champion.size() + " and " + candidate.size()
                    + " observations, expected as many of each and at least one");
        }
        int same = 0;
        for (int i = 0; i < champion.size(); i++) {
            same += champion.get(i).predictedClass() == candidate.get(i).predictedClass() ? 1 : 0;
        }
        long before = classes(champion);
        long now = champion.stream().map(Observation::predictedClass).distinct()
                .filter(k -> candidate.stream().anyMatch(image -> image.predictedClass() == k)).count();
        return new ShadowCheck((double) same / champion.size(), confidence(champion), confidence(candidate),
                (double) now / before);
    }

    public boolean passed() {
        return candidateConfidence >= championConfidence - CONFIDENCE_MARGIN && classes >= LEAST_CLASSES;
    }

    /** One sentence for people. */
    public String reason() {
        String words = "In shadow it agreed with the champion on %.0f %% of the images, at a mean confidence of %.3f beside %.3f"
                .formatted(100 * agreement, candidateConfidence, championConfidence);
        if (classes < LEAST_CLASSES) {
            return words + ", but predicted only " + Math.round(100 * classes) + " % of the classes.";
        }
        return passed() ? words + "." : words + ": less sure than the champion.";
    }

    private static long classes(List<Observation> observations) {
        return observations.stream().map(Observation::predictedClass).distinct().count();
    }

    private static double confidence(List<Observation> observations) {
        return observations.stream().mapToDouble(Observation::confidence).average().orElse(0);
    }
}

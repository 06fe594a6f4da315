package io.crossline.evaluation.labels;

import java.util.ArrayList;
import java.util.List;

import io.crossline.monitoring.drift.Observation;

/**
 * Chooses the images of a window that teach most, one after the other: the image of the greatest weight times distance, in feature
 * space, to the nearest image chosen before. The weights are in turn
 *
 * <ul>
 * <li>the doubt {@code (1 - confidence) + share of the other models that predict another class} (least confidence: Lewis and Gale
 * 1994; query by committee: Seung et al. 1992; doubt and diversity together: Zhdanov 2019)
 * <li>1: greedy k-centre (Sener and Savarese 2018), which also finds what the model is sure of and wrong about
 * </ul>
 */
public final class UsefulImages {

    private UsefulImages() {}

    /**
     * @param window images of one line as its model sees them; those without a place are never chosen, nor those
     *        that are marked as unknown: they are shown in groups, so that a person can name their kind
     * @param others for each other model the class that it predicts for each image of the window, in the window's order; may
     *        be empty
     * @param chosen features, by the same model, of images chosen before: what is just like them is not chosen again
     * @param count most images wanted
     * @return the most useful first; always the same for the same arguments
     */
    public static List<Choice> choose(List<Observation> window, List<int[]> others, List<float[]> chosen, int count) {
        for (int[] other : others) {
            if (other.length != window.size()) {
                throw new IllegalArgumentException("Another model predicts " + other.length
                        + " images, expected those of the window, " + window.size());
            }
        }
        double[] disagreement = new double[window.size()];
        double[] doubt = new double[window.size()];
        double[] same = new double[window.size()];
        for (int i = 0; i < doubt.length; i++) {
            if (window.get(i).place() != null && !window.get(i).unknown()) {
                disagreement[i] = disagreement(window.get(i), others, i);
                doubt[i] = 1 - window.get(i).confidence() + disagreement[i];
                same[i] = 1;
            }
        }
        Centres centres = new Centres(window.stream().map(Observation::features).toArray(float[][]::new), chosen);
        List<Choice> choices = new ArrayList<>();
        while (choices.size() < count) {
            int doubtful = choices.size() % 2 == 0 ? centres.farthest(doubt) : -1;
            int image = doubtful >= 0 ? doubtful : centres.farthest(same);
            if (image < 0) {
                break; // the rest are copies of what is chosen
            }
            LabelReason why = doubtful < 0
                    ? LabelReason.DIFFERENT
                    : disagreement[image] > 0 ? LabelReason.DISAGREED_ON : LabelReason.UNCERTAIN;
            choices.add(new Choice(window.get(image), why, choices.size()));
            centres.choose(image);
            doubt[image] = 0;
            same[image] = 0;
        }
        return choices;
    }

    /** Share of the other models that predict another class, 0 to 1. */
    private static double disagreement(Observation image, List<int[]> others, int index) {
        return others.isEmpty()
                ? 0
                : (double) others.stream().filter(other -> other[index] != image.predictedClass()).count()
                        / others.size();
    }
}

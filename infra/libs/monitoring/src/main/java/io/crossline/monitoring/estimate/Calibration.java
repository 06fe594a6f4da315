package io.crossline.monitoring.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import io.crossline.contracts.ImageShape;
import io.crossline.monitoring.estimate.ConformalWidening.Checked;
import io.crossline.monitoring.estimate.DiscountedConfidence.Look;

/**
 * Prepares estimators from labelled images: half of them get other looks, the other half is what those are compared with. Takes about
 * 7,000 predictions, with checked intervals 15,000.
 *
 * @param shape of the images
 * @param model gives its answers to images, uint8 {@code [N, H, W, C]}, in their order; what it says of {@code correct} is not
 *        looked at
 */
public record Calibration(ImageShape shape, Function<byte[], List<Answer>> model) {

    private static final int LOOKS = 24;
    private static final int MOST_CHANGED = 250;
    /** Sets of each family, from little to much changed, and images of each. */
    private static final int STRENGTHS = 5;
    private static final int CHECKED = 200;
    private static final double LEAST_STRENGTH = 0.1;
    /** The looks by which the discount is learnt change everything at once. */
    private static final String MIXED = "mixed";

    /** What both estimators come from: {@code known} are the labelled images that the changed ones are compared with. */
    private record Prepared(List<Answer> labelled, List<Answer> known, List<List<Answer>> mixed) {}

    /**
     * @param pixels labelled images of the model's source line, uint8 {@code [N, H, W, C]}, at least two
     * @param labels index of each image's class among the model's
     * @param line answers on images of the watched line that the model was trained on
     * @param seed of looks and resampling
     */
    public DiscountedConfidence discounted(byte[] pixels, int[] labels, List<Answer> line, long seed) {
        Prepared prepared = prepare(pixels, labels, new Random(seed));
        return new DiscountedConfidence(prepared.labelled(), prepared.known(), prepared.mixed(), line, seed);
    }

    /**
     * The same with intervals from looks of many families, each checked with the looks of the others.
     *
     * @throws IllegalArgumentException as {@link #discounted}
     */
    public CheckedConfidence checked(byte[] pixels, int[] labels, List<Answer> line, long seed) {
        Random random = new Random(seed);
        Prepared prepared = prepare(pixels, labels, random);
        List<Changed> sets = new ArrayList<>();
        prepared.mixed().forEach(set -> sets.add(new Changed(MIXED, set)));
        int checked = Math.min(labels.length / 2, CHECKED);
        byte[] toChange = Arrays.copyOf(pixels, checked * shape.bytes());
        int[] known = Arrays.copyOf(labels, checked);
        for (LookFamily family : LookFamily.values()) {
            for (int i = 0; i < STRENGTHS; i++) {
                double strength = LEAST_STRENGTH + (1 - LEAST_STRENGTH) * i / (STRENGTHS - 1);
                sets.add(new Changed(family.id(),
                        answers(family.apply(toChange, shape, strength, random), known)));
            }
        }
        DiscountedConfidence source = new DiscountedConfidence(prepared.labelled(), prepared.known(),
                prepared.mixed(), prepared.known(), seed);
        List<Look> looks = sets.stream().map(set -> source.look(set.family(), set.answers())).toList();
        return new CheckedConfidence(new DiscountedConfidence(prepared.labelled(), prepared.known(),
                prepared.mixed(), line, seed), looks, widening(source, sets, looks));
    }

    private record Changed(String family, List<Answer> answers) {}

    /** Each set's interval comes from the looks of the other families. */
    private static ConformalWidening widening(DiscountedConfidence source, List<Changed> sets, List<Look> looks) {
        List<Checked> checked = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            String family = sets.get(i).family();
            List<Look> others = looks.stream().filter(look -> !look.family().equals(family)).toList();
            checked.add(new Checked(family, source.estimate(sets.get(i).answers(), others), looks.get(i).accuracy()));
        }
        return ConformalWidening.of(checked);
    }

    private Prepared prepare(byte[] pixels, int[] labels, Random random) {
        if (labels.length < 2 || pixels.length != labels.length * shape.bytes()) {
            throw new IllegalArgumentException(pixels.length + " bytes of images of " + shape + " and " + labels.length
                    + " labels, expected as many of each and at least 2");
        }
        List<Answer> labelled = answers(pixels, labels);
        int half = labels.length / 2;
        int changed = Math.min(half, MOST_CHANGED);
        byte[] toChange = Arrays.copyOf(pixels, changed * shape.bytes());
        List<List<Answer>> sets = new ArrayList<>();
        for (ChangedLook look : ChangedLook.spread(LOOKS, random)) {
            sets.add(answers(look.apply(toChange, shape, random), Arrays.copyOf(labels, changed)));
        }
        return new Prepared(labelled, labelled.subList(half, labels.length), sets);
    }

    private List<Answer> answers(byte[] pixels, int[] labels) {
        List<Answer> answers = model.apply(pixels);
        List<Answer> judged = new ArrayList<>(answers.size());
        for (int i = 0; i < labels.length; i++) {
            Answer answer = answers.get(i);
            judged.add(new Answer(answer.features(), answer.predictedClass(), answer.confidence(),
                    answer.predictedClass() == labels[i]));
        }
        return judged;
    }
}

package io.crossline.evaluation.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import io.crossline.contracts.ImageShape;

/**
 * Prepares a {@link DiscountedConfidence} from labelled images: half of them get other looks, the other half is what those are
 * compared with. Takes about 7,000 predictions.
 *
 * @param shape of the images
 * @param model gives its answers to images, uint8 {@code [N, H, W, C]}, in their order; what it says of {@code correct} is not
 *        looked at
 */
public record Calibration(ImageShape shape, Function<byte[], List<Answer>> model) {

    private static final int LOOKS = 24;
    private static final int MOST_CHANGED = 250;

    /**
     * @param pixels labelled images of the model's source line, uint8 {@code [N, H, W, C]}, at least two
     * @param labels index of each image's class among the model's
     * @param line answers on images of the watched line that the model was trained on
     * @param seed of looks and resampling
     */
    public DiscountedConfidence discounted(byte[] pixels, int[] labels, List<Answer> line, long seed) {
        if (labels.length < 2 || pixels.length != labels.length * shape.bytes()) {
            throw new IllegalArgumentException(pixels.length + " bytes of images of " + shape + " and " + labels.length
                    + " labels, expected as many of each and at least 2");
        }
        List<Answer> labelled = answers(pixels, labels);
        int half = labels.length / 2;
        int changed = Math.min(half, MOST_CHANGED);
        byte[] toChange = Arrays.copyOf(pixels, changed * shape.bytes());
        Random random = new Random(seed);
        List<List<Answer>> sets = new ArrayList<>();
        for (ChangedLook look : ChangedLook.spread(LOOKS, random)) {
            sets.add(answers(look.apply(toChange, shape, random), Arrays.copyOf(labels, changed)));
        }
        return new DiscountedConfidence(labelled, labelled.subList(half, labels.length), sets, line, seed);
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

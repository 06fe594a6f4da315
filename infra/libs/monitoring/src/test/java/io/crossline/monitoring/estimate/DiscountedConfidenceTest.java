package io.crossline.monitoring.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;

/** A made-up model of four features that is as sure of what lies far off as of what it knows, and wrong there. */
class DiscountedConfidenceTest {

    private static final int WINDOW = 200;

    /** Given windows like the line, when estimated, then it is average thresholded confidence. */
    @Test
    void nothingIsDiscountedOfImagesAsNearAsUsual() {
        Random random = new Random(1);
        List<Answer> labelled = answers(random, 1000, 0);
        DiscountedConfidence discounted = prepared(random, labelled);
        ThresholdedConfidence thresholded = new ThresholdedConfidence(
                labelled.stream().mapToDouble(Answer::confidence).toArray(), correct(labelled), 1);
        double difference = 0;

        for (int i = 0; i < 50; i++) {
            List<Answer> window = answers(random, WINDOW, 0);
            difference += Math.abs(discounted.estimate(window).accuracy() - thresholded
                    .estimate(window.stream().mapToDouble(Answer::confidence).toArray()).accuracy()) / 50;
        }

        assertThat(difference).isLessThan(0.01);
        assertThat(discounted.accuracy()).isEqualTo(thresholded.accuracy(), within(1e-12));
    }

    /** Given windows that lie farther and farther off, when estimated, then the losses are seen, which confidence does not show. */
    @Test
    void lossesThatConfidenceHidesAreSeen() {
        Random random = new Random(2);
        List<Answer> labelled = answers(random, 1000, 0);
        DiscountedConfidence discounted = prepared(random, labelled);
        ThresholdedConfidence thresholded = new ThresholdedConfidence(
                labelled.stream().mapToDouble(Answer::confidence).toArray(), correct(labelled), 1);
        double error = 0;
        double undiscounted = 0;
        int held = 0;

        for (int i = 0; i < 40; i++) {
            List<Answer> window = answers(random, WINDOW, i / 20.0);
            double truth = share(correct(window));
            AccuracyEstimate estimate = discounted.estimate(window);
            error += Math.abs(estimate.accuracy() - truth) / 40;
            undiscounted += Math.abs(thresholded
                    .estimate(window.stream().mapToDouble(Answer::confidence).toArray()).accuracy() - truth) / 40;
            held += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
        }

        assertThat(undiscounted).isGreaterThan(0.2);
        assertThat(error).isLessThan(0.08);
        assertThat(held).isGreaterThan(30);
    }

    @Test
    void withoutChangedSetsNothingIsLearntAndNothingDiscounted() {
        Random random = new Random(3);
        List<Answer> known = answers(random, 100, 0);
        DiscountedConfidence plain = new DiscountedConfidence(known, known, List.of(), known, 1);

        assertThat(plain.steepness()).isZero();
        assertThat(plain.estimate(answers(random, 100, 5)).accuracy()).isGreaterThan(0.7);
    }

    @Test
    void theSameImagesGiveTheSameInterval() {
        Random random = new Random(4);
        DiscountedConfidence discounted = prepared(random, answers(random, 200, 0));
        List<Answer> window = answers(random, 50, 1);

        assertThat(discounted.estimate(window)).isEqualTo(discounted.estimate(window));
        assertThat(discounted.estimate(window).low()).isLessThanOrEqualTo(discounted.estimate(window).accuracy());
    }

    @Test
    void aWindowWithoutImagesAndLabelsThatLackAreRefused() {
        List<Answer> known = answers(new Random(5), 10, 0);
        List<Answer> unknown = List.of(new Answer(new float[4], 0, 0.5, null));

        assertThatIllegalArgumentException().isThrownBy(
                () -> new DiscountedConfidence(known, known, List.of(), known, 1).estimate(List.of()))
                .withMessageContaining("A window needs images");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiscountedConfidence(unknown, known, List.of(), known, 1))
                .withMessage("Image 0 has no label, expected labelled images");
    }

    /** Given a model that errs on dark pictures, when calibrated on light ones, then it learns to discount by distance. */
    @Test
    void calibrationGivesLabelledImagesOtherLooks() {
        ImageShape shape = new ImageShape(1, 28, 28);
        byte[] pixels = new byte[400 * shape.bytes()];
        new Random(6).nextBytes(pixels);
        int[] labels = new int[400];
        List<Integer> asked = new ArrayList<>();
        Calibration calibration = new Calibration(shape, images -> {
            asked.add(images.length / shape.bytes());
            return brightness(images, shape);
        });

        DiscountedConfidence discounted = calibration.discounted(pixels, labels, brightness(pixels, shape), 1);

        assertThat(asked).hasSize(25).startsWith(400, 200);
        assertThat(discounted.accuracy()).isEqualTo(1, within(1e-12));
        assertThat(discounted.steepness()).isPositive();
        assertThatIllegalArgumentException().isThrownBy(() -> calibration.discounted(new byte[1], labels, List.of(), 1))
                .withMessageContaining("expected as many of each");
    }

    /** Given a model that errs on pictures of another brightness alone, when its intervals are checked, then brightness is worst. */
    @Test
    void intervalsAreCheckedOnFamiliesOfLooks() {
        ImageShape shape = new ImageShape(1, 28, 28);
        byte[] pixels = new byte[400 * shape.bytes()];
        new Random(6).nextBytes(pixels);
        int[] labels = new int[400];
        List<Answer> line = brightness(pixels, shape);
        // one feature that never moves: the distance says nothing, and the confidence neither
        Calibration blind = new Calibration(shape, images -> brightness(images, shape).stream()
                .map(answer -> new Answer(new float[]{0}, answer.predictedClass(), 0.9, null)).toList());

        CheckedConfidence checked = blind.checked(pixels, labels, line, 1);
        AccuracyEstimate narrow = checked.discounted().estimate(line);
        AccuracyEstimate wide = checked.estimate(line);

        assertThat(checked.widening().worst()).isIn("brightness", "gamma", "mixed");
        assertThat(wide.accuracy()).isEqualTo(narrow.accuracy());
        assertThat(wide.low()).isLessThan(narrow.low());
        assertThat(wide.worstFamily()).isEqualTo(checked.widening().worst());
        assertThat(blind.checked(pixels, labels, line, 1).estimate(line)).isEqualTo(wide);
    }

    /** One feature, the mean; class 0 where it is about the noise's. */
    private static List<Answer> brightness(byte[] images, ImageShape shape) {
        List<Answer> answers = new ArrayList<>();
        for (int from = 0; from < images.length; from += shape.bytes()) {
            float mean = 0;
            for (int i = 0; i < shape.bytes(); i++) {
                mean += (images[from + i] & 0xff) / (float) shape.bytes();
            }
            answers.add(new Answer(new float[]{mean}, Math.abs(mean - 127) < 15 ? 0 : 1, 0.9, null));
        }
        return answers;
    }

    private static DiscountedConfidence prepared(Random random, List<Answer> labelled) {
        List<List<Answer>> changed = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            changed.add(answers(random, WINDOW, i / 12.0));
        }
        return new DiscountedConfidence(labelled, answers(random, 500, 0), changed, answers(random, 500, 0), 1);
    }

    /** @param moved how far the features are from where the model learnt, in standard deviations */
    private static List<Answer> answers(Random random, int count, double moved) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] features = new float[4];
            for (int k = 0; k < features.length; k++) {
                features[k] = (float) (random.nextGaussian() + 2 * moved);
            }
            double confidence = 1 - 0.2 * random.nextDouble();
            boolean correct = random.nextDouble() < confidence * Math.exp(-0.5 * moved * moved);
            answers.add(new Answer(features, 0, confidence, correct));
        }
        return answers;
    }

    private static boolean[] correct(List<Answer> answers) {
        boolean[] correct = new boolean[answers.size()];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = answers.get(i).correct();
        }
        return correct;
    }

    private static double share(boolean[] correct) {
        int right = 0;
        for (boolean answer : correct) {
            right += answer ? 1 : 0;
        }
        return (double) right / correct.length;
    }
}

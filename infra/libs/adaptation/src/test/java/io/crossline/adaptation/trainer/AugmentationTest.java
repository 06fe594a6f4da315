package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;

class AugmentationTest {

    private static final ImageShape GREY = new ImageShape(1, 28, 28);
    private static final Distortions ALL = new Distortions(1, 1, 1, 1, 1, 1, 1, 0.5, Distortions.Edge.REFLECTED);

    /** Given an image of one colour, when it is moved, then what comes in from outside has that colour too. */
    @Test
    void aPlainImageStaysPlain() {
        ImageShape colour = new ImageShape(3, 32, 32);
        byte[] plain = new byte[colour.bytes()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (byte) (60 + 70 * (i % 3));
        }
        Augmentation augmentation = new RandomPlace(1, 1, 1, Distortions.Edge.MEDIAN, colour, 3);

        for (int i = 0; i < 20; i++) {
            assertThat(augmentation.apply(plain)).isEqualTo(plain);
        }
    }

    /** Given a bright square in the middle, when it is moved 200 times, then its weight and place stay near. */
    @Test
    void shapesMoveWithinTheBounds() {
        byte[] image = square();
        Augmentation augmentation = new RandomPlace(1, 1, 0, Distortions.Edge.MEDIAN, GREY, 1);

        for (int i = 0; i < 200; i++) {
            byte[] moved = augmentation.apply(image);
            double[] centre = centre(moved);

            assertThat(centre[2] / centre(image)[2]).as("area").isBetween(0.6, 1.65);
            assertThat(Math.abs(centre[0] - 13.5)).as("x").isLessThanOrEqualTo(2 * 1.3 + 0.2);
            assertThat(Math.abs(centre[1] - 13.5)).as("y").isLessThanOrEqualTo(2 * 1.3 + 0.2);
        }
    }

    /** Given a bright square in the middle, when it is displaced 200 times, then its edges bend and its place stays near. */
    @Test
    void elasticDisplacementsBendShapes() {
        byte[] image = square();
        Augmentation augmentation = new RandomPlace(0, 1, 1, Distortions.Edge.MEDIAN, GREY, 1);
        int bent = 0;

        for (int i = 0; i < 200; i++) {
            byte[] moved = augmentation.apply(image);
            double[] centre = centre(moved);

            assertThat(Math.abs(centre[0] - 13.5)).as("x").isLessThanOrEqualTo(28.0 / 18 + 0.2);
            assertThat(Math.abs(centre[1] - 13.5)).as("y").isLessThanOrEqualTo(28.0 / 18 + 0.2);
            bent += rowSum(moved, 10) != rowSum(moved, 17) ? 1 : 0;
        }

        assertThat(bent).as("images with rows of different length").isGreaterThan(150);
    }

    /** Given a plain field of shifts, when it is drawn between its grid points, then no pixel moves further than they do. */
    @Test
    void displacementsAreSmooth() {
        double[] field = new ElasticField(GREY).draw(2, new SplittableRandom(4));

        for (int row = 0; row < 28; row++) {
            for (int column = 0; column < 28; column++) {
                double here = field[row * 28 + column];
                // a spline overshoots its points by an eighth along each axis at most
                assertThat(Math.abs(here)).isLessThanOrEqualTo(2 * 1.25 * 1.25);
                if (column > 0) {
                    assertThat(Math.abs(here - field[row * 28 + column - 1])).isLessThan(1);
                }
            }
        }
    }

    /** Given a sharp edge, when it is out of focus 50 times, then it is softer and the image's brightness stays. */
    @Test
    void blurSoftensEdges() {
        byte[] image = square();
        Augmentation augmentation = new RandomBlur(1, GREY, 2);
        int edge = 9 * 28 + 13;
        double edges = 0;

        for (int i = 0; i < 50; i++) {
            byte[] blurred = augmentation.apply(image);
            edges += (blurred[edge] & 0xff) / 50.0;
            assertThat(centre(blurred)[2]).isCloseTo(centre(image)[2], within(0.01 * centre(image)[2]));
        }

        assertThat(edges).isLessThan(0.95 * (image[edge] & 0xff));
    }

    /** Given an image in two tones, when its look changes, then both tones stay apart, near their brightness, in place. */
    @Test
    void theLookChangesWithinTheBounds() {
        byte[] image = square();
        Augmentation augmentation = new RandomLook(1, 0, GREY, 5);

        for (int i = 0; i < 200; i++) {
            byte[] seen = augmentation.apply(image);
            double inside = mean(seen, 12, 16);
            double outside = mean(seen, 1, 5);

            assertThat(inside).as("inside").isBetween(140.0, 255.0);
            assertThat(outside).as("outside").isBetween(0.0, 25.0);
            assertThat(centre(seen)[0]).as("x").isBetween(12.5, 14.5);
            assertThat(centre(seen)[1]).as("y").isBetween(12.5, 14.5);
        }
    }

    /** Given a blur alone, when a colour image is blurred, then its channels do not mix. */
    @Test
    void channelsStayApart() {
        ImageShape colour = new ImageShape(3, 28, 28);
        byte[] red = new byte[colour.bytes()];
        for (int i = 0; i < red.length; i += 3) {
            red[i] = (byte) ((i / 3) % 28 < 14 ? 200 : 100);
        }

        byte[] seen = new RandomBlur(0.5, colour, 2).apply(red);

        double green = 0;
        for (int i = 1; i < seen.length; i += 3) {
            green += (seen[i] & 0xff) / 784.0;
        }
        assertThat(green).isLessThan(20);
    }

    /** Given a gradient, when it moves, then what comes in from outside goes on from the border instead of ending at it. */
    @Test
    void surfacesGoOnBeyondTheBorder() {
        byte[] gradient = new byte[GREY.bytes()];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (byte) (i % 28 < 14 ? 20 : 220);
        }
        Augmentation reflected = new RandomPlace(1, 1, 0, Distortions.Edge.REFLECTED, GREY, 5);

        for (int i = 0; i < 50; i++) {
            byte[] moved = reflected.apply(gradient);
            assertThat(moved[27 * 28] & 0xff).as("lower left corner").isLessThan(60);
            assertThat(moved[27] & 0xff).as("upper right corner").isGreaterThan(180);
        }
    }

    @Test
    void mirroringKeepsThePixelsAndAllFourWaysCome() {
        byte[] image = new byte[GREY.bytes()];
        image[0] = (byte) 200;
        Augmentation mirror = new RandomMirror(1, GREY, 2);
        Set<Integer> places = new TreeSet<>();

        for (int i = 0; i < 60; i++) {
            byte[] mirrored = mirror.apply(image);
            for (int at = 0; at < mirrored.length; at++) {
                if (mirrored[at] != 0) {
                    places.add(at);
                }
            }
        }

        assertThat(places).containsExactly(0, 27, 27 * 28, 28 * 28 - 1);
    }

    @Test
    void darkAndBrightChangePlacesAsOftenAsAsked() {
        byte[] image = square();
        Augmentation polarity = new RandomPolarity(0.25, GREY, 2);
        int inverted = 0;

        for (int i = 0; i < 400; i++) {
            byte[] seen = polarity.apply(image);
            boolean isInverted = (seen[0] & 0xff) == 255;
            assertThat(seen[14 * 28 + 14] & 0xff).isEqualTo(isInverted ? 55 : 200);
            inverted += isInverted ? 1 : 0;
        }

        assertThat(inverted).isBetween(70, 130);
    }

    /** Given some images drawn, when the state is saved and loaded elsewhere, then the next ones are the same. */
    @Test
    void goesOnWhereItWasSaved() throws IOException {
        Augmentation first = Augmentation.of(ALL, GREY, 7);
        first.apply(square());
        first.apply(square());
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        first.save(new DataOutputStream(saved));
        Augmentation second = Augmentation.of(ALL, GREY, 7);

        second.load(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));

        assertThat(second.apply(square())).isEqualTo(first.apply(square()));
        assertThat(second.apply(square())).isNotEqualTo(Augmentation.of(ALL, GREY, 8).apply(square()));
    }

    /** Given an image of level stripes, when it moves without turning, then they stay level. */
    @Test
    void withoutRotationLevelLinesStayLevel() {
        byte[] stripes = new byte[GREY.bytes()];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = (byte) (i / 28 / 4 % 2 * 200);
        }
        Augmentation level = new RandomPlace(1, 0, 0, Distortions.Edge.REFLECTED, GREY, 3);
        Augmentation turned = new RandomPlace(1, 1, 0, Distortions.Edge.REFLECTED, GREY, 3);

        for (int i = 0; i < 20; i++) {
            assertThat(isLevel(level.apply(stripes))).isTrue();
            assertThat(isLevel(turned.apply(stripes))).isFalse();
        }
    }

    private static boolean isLevel(byte[] image) {
        return IntStream.range(0, image.length).allMatch(i -> image[i] == image[i / 28 * 28]);
    }

    @Test
    void withoutStrengthNothingChanges() {
        byte[] image = square();

        assertThat(Augmentation.of(Distortions.NONE, GREY, 7).apply(image)).isSameAs(image);
    }

    private static double mean(byte[] image, int from, int to) {
        double sum = 0;
        for (int row = from; row < to; row++) {
            for (int column = from; column < to; column++) {
                sum += image[row * 28 + column] & 0xff;
            }
        }
        return sum / ((to - from) * (to - from));
    }

    private static int rowSum(byte[] image, int row) {
        int sum = 0;
        for (int column = 0; column < 28; column++) {
            sum += image[row * 28 + column] & 0xff;
        }
        return sum;
    }

    private static byte[] square() {
        byte[] image = new byte[GREY.bytes()];
        for (int row = 9; row < 19; row++) {
            Arrays.fill(image, row * 28 + 9, row * 28 + 19, (byte) 200);
        }
        return image;
    }

    /** Centre of the brightness as x and y, and its sum. */
    private static double[] centre(byte[] image) {
        double x = 0;
        double y = 0;
        double sum = 0;
        for (int i = 0; i < image.length; i++) {
            double value = image[i] & 0xff;
            x += value * (i % 28);
            y += value * (i / 28);
            sum += value;
        }
        return new double[]{x / sum, y / sum, sum};
    }
}

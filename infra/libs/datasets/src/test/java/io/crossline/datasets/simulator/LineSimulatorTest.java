package io.crossline.datasets.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Split;

class LineSimulatorTest {

    private static final ImageShape SMALL = new ImageShape(1, 28, 28);

    @Test
    void drawsTheSameImageWhateverWasDrawnBefore() {
        LineSimulator first = new LineSimulator(Profiles.CLEAN, SMALL, 7);
        LineSimulator second = new LineSimulator(Profiles.CLEAN, SMALL, 7);

        for (int i = 0; i < 50; i++) {
            first.image(i);
        }

        assertThat(first.image(123).pixels()).isEqualTo(second.image(123).pixels());
        assertThat(first.image(123).label()).isEqualTo(second.image(123).label());
    }

    @Test
    void drawsTheImageItAlwaysDrew() throws NoSuchAlgorithmException {
        byte[] pixels = new LineSimulator(Profiles.CLEAN, SMALL, 7).image(123).pixels();

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(pixels);

        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("d03d1d25c4f142fc2f9b327bdc589dd4b4476bee5fd8445468f1a94f8c29192d");
    }

    @Test
    void everyImageIsItsOwn() {
        Set<String> seen = new HashSet<>();
        SimulatorSpec clean = SimulatorSpec.parse("sim:clean");
        SimulatorSpec worn = SimulatorSpec.parse("sim:worn");

        for (SimulatorSpec spec : new SimulatorSpec[]{clean, worn}) {
            for (Split split : new Split[]{Split.TRAIN, Split.TEST}) {
                for (long seed = 0; seed < 2; seed++) {
                    LineSimulator line = spec.open(split, SMALL, seed);
                    for (int i = 0; i < 120; i++) {
                        seen.add(Arrays.toString(line.image(i).pixels()));
                    }
                }
            }
        }

        assertThat(seen).hasSize(2 * 2 * 2 * 120);
    }

    @Test
    void everyClassVariesWithinItself() {
        LineSimulator line = new LineSimulator(Profiles.CLEAN, SMALL, 3);
        int[][] mean = new int[6][28 * 28];
        int[] count = new int[6];
        byte[][] example = new byte[6][];
        for (int i = 0; i < 600; i++) {
            SimulatedImage image = line.image(i);
            count[image.label()]++;
            example[image.label()] = image.pixels();
            for (int p = 0; p < mean[0].length; p++) {
                mean[image.label()][p] += image.pixels()[p] & 255;
            }
        }

        for (int label = 0; label < 6; label++) {
            double distance = 0;
            for (int p = 0; p < mean[0].length; p++) {
                distance += Math.abs((example[label][p] & 255) - mean[label][p] / (double) count[label]);
            }
            assertThat(distance / mean[0].length).as("mean grey level from the class's mean image").isGreaterThan(1.5);
        }
    }

    @Test
    void sixImagesInARowHoldEveryClassOnce() {
        LineSimulator line = new LineSimulator(Profiles.CLEAN, SMALL, 11);
        Set<String> orders = new HashSet<>();

        for (int turn = 0; turn < 20; turn++) {
            StringBuilder order = new StringBuilder();
            Set<DefectClass> classes = new HashSet<>();
            for (int i = 0; i < 6; i++) {
                SimulatedImage image = line.image(turn * 6 + i);
                classes.add(image.defectClass());
                order.append(image.label());
            }
            assertThat(classes).containsExactlyInAnyOrder(DefectClass.values());
            orders.add(order.toString());
        }

        assertThat(orders).as("orders").hasSizeGreaterThan(10);
    }

    @Test
    void followsAClassMix() {
        ClassMix mix = ClassMix.of(Map.of(DefectClass.GOOD, 9.0, DefectClass.DENT, 1.0));
        LineSimulator line = new LineSimulator(Drift.none(Profiles.CLEAN), mix, SMALL, 5, 0);

        int[] count = new int[6];
        for (int i = 0; i < 1000; i++) {
            count[line.image(i).label()]++;
        }

        assertThat(count[0]).isBetween(860, 940);
        assertThat(count[3]).isEqualTo(1000 - count[0]);
    }

    @ParameterizedTest
    @EnumSource(SimulatedLine.class)
    void drawsEveryShapeOnEveryLine(SimulatedLine line) {
        for (ImageShape shape : new ImageShape[]{SMALL, new ImageShape(3, 32, 48), new ImageShape(3, 256, 256)}) {
            LineSimulator simulator = new LineSimulator(line.drift(), ClassMix.BALANCED, shape, 1, 0);
            SimulatedImage image = simulator.image(2);

            assertThat(image.pixels()).hasSize(shape.bytes());
            assertThat(ImageStatistics.of(image.pixels(), shape).deviation()).as("grey levels' deviation")
                    .isGreaterThan(8);
        }
    }

    @Test
    void colourImagesHaveColour() {
        SimulatedImage image = new LineSimulator(Profiles.WORN, new ImageShape(3, 64, 64), 1).image(0);
        long red = 0;
        long blue = 0;
        for (int i = 0; i < image.pixels().length; i += 3) {
            red += image.pixels()[i] & 255;
            blue += image.pixels()[i + 2] & 255;
        }
        assertThat(red).as("red under a warm light").isGreaterThan(blue);
    }

    @Test
    void refusesSizesItCannotDraw() {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> new LineSimulator(Profiles.CLEAN, new ImageShape(1, 16, 28), 0))
                .withMessage("shape.height is 16.0, expected 28.0 to 256.0");
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> new LineSimulator(Profiles.CLEAN, SMALL, 0).image(-1)).withMessageContaining("index");
    }
}

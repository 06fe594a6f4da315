package io.crossline.networks.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Sha256;
import io.crossline.testing.OnnxWriter;
import io.crossline.testing.TinyBackbone;

class BackboneTest {

    private static final int SIDE = TinyBackbone.SIDE;
    private static final ImageShape COLOUR = new ImageShape(3, SIDE, SIDE);
    private static final ImageShape GRAY = new ImageShape(1, SIDE, SIDE);
    private static final double[] MEAN = {0.5, 0.4, 0.3};
    private static final double[] STD = {0.25, 0.5, 0.2};

    @TempDir
    Path folder;

    /** Given images of the network's size, when it computes their features, then they are those computed here. */
    @Test
    void featuresAreThoseOfTheNetwork() {
        byte[] pixels = noise(3 * COLOUR.bytes());
        try (Backbone backbone = Backbone.load(TinyBackbone.write(folder, 1))) {
            float[][] features = backbone.features(pixels, COLOUR);

            assertThat(features).hasDimensions(3, TinyBackbone.FEATURES);
            for (int i = 0; i < 3; i++) {
                byte[] image = Arrays.copyOfRange(pixels, i * COLOUR.bytes(), (i + 1) * COLOUR.bytes());
                assertClose(features[i], means(map(image)));
            }
            assertThat(backbone.file().features()).isEqualTo(TinyBackbone.FEATURES);
            assertThat(backbone.file().sha256()).isEqualTo(Sha256.hex(TinyBackbone.onnx(1)));
            assertThat(backbone.file().name()).isEqualTo("tiny.onnx");
        }
    }

    @Test
    void aGrayImageIsRepeatedToThreeChannels() {
        byte[] gray = noise(GRAY.bytes());
        byte[] colour = new byte[COLOUR.bytes()];
        for (int i = 0; i < colour.length; i++) {
            colour[i] = gray[i / 3];
        }
        try (Backbone backbone = Backbone.load(TinyBackbone.write(folder, 1))) {
            assertClose(backbone.features(gray, GRAY)[0], means(map(colour)));
        }
    }

    @Test
    void imagesOfAnotherSizeAreResized() {
        ImageShape large = new ImageShape(1, 2 * SIDE, 4 * SIDE);
        byte[] even = new byte[large.bytes()];
        Arrays.fill(even, (byte) 77);
        byte[] small = new byte[COLOUR.bytes()];
        Arrays.fill(small, (byte) 77);
        try (Backbone backbone = Backbone.load(TinyBackbone.write(folder, 1))) {
            assertClose(backbone.features(even, large)[0], means(map(small)));
        }
    }

    /** Given a picture that was seen, when it comes again, then the network does not compute it again. */
    @Test
    void featuresAreRememberedByPicture() {
        byte[] two = noise(2 * GRAY.bytes());
        try (Backbone backbone = Backbone.load(TinyBackbone.write(folder, 1))) {
            float[][] once = backbone.features(two, GRAY);

            float[][] again = backbone.features(two, GRAY);

            assertThat(again).isDeepEqualTo(once);
            assertThat(backbone.computed()).isEqualTo(2);
            backbone.features(noise(COLOUR.bytes()), COLOUR);
            assertThat(backbone.computed()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"mean", "max"})
    void aMapIsPooled(String pooling) throws IOException {
        Path onnx = TinyBackbone.write(folder, 1);
        byte[] image = noise(COLOUR.bytes());
        describe("{\"height\": 16, \"width\": 16, \"output\": \"map\", \"pooling\": \"" + pooling
                + "\", \"mean\": [0.5, 0.4, 0.3], \"std\": [0.25, 0.5, 0.2]}");
        try (Backbone backbone = Backbone.load(onnx)) {
            double[][] map = map(image);

            assertClose(backbone.features(image, COLOUR)[0], pooling.equals("mean")
                    ? means(map)
                    : Arrays.stream(map).mapToDouble(channel -> Arrays.stream(channel).max().orElseThrow()).toArray());
        }
    }

    /** Given a network of another framework's axes and channels, when an image comes, then each value has its place. */
    @Test
    void axesAndChannelsFollowThePreprocessing() throws IOException {
        Path onnx = folder.resolve("flat.onnx");
        Files.write(onnx, new OnnxWriter().input("images", 1, 2, 2, 3).node("Flatten", "features", "images")
                .output("features", 1, 12).bytes());
        Files.writeString(folder.resolve("flat.json"),
                "{\"height\": 2, \"width\": 2, \"layout\": \"NHWC\", \"channels\": \"bgr\", \"scale\": 1}");
        try (Backbone backbone = Backbone.load(onnx)) {
            assertThat(backbone.features(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12},
                    new ImageShape(3, 2, 2))[0]).containsExactly(3, 2, 1, 6, 5, 4, 9, 8, 7, 12, 11, 10);
        }
    }

    /** Given two tokens of two features, when they are pooled, then the vector is the first one, their mean or maximum. */
    @ParameterizedTest
    @CsvSource({"first, 1, 4", "mean, 2, 3", "max, 3, 4"})
    void tokensArePooled(String pooling, float first, float second) throws IOException {
        Path onnx = folder.resolve("tokens.onnx");
        Files.write(onnx, new OnnxWriter().input("images", 1, 1, 2, 2).constant("shape", new long[]{1, 2, 2})
                .node("Reshape", "tokens", "images", "shape").output("tokens", 1, 2, 2).bytes());
        Files.writeString(folder.resolve("tokens.json"), "{\"height\": 2, \"width\": 2, \"channels\": \"gray\", "
                + "\"scale\": 1, \"pooling\": \"" + pooling + "\"}");
        try (Backbone backbone = Backbone.load(onnx)) {
            assertThat(backbone.features(new byte[]{1, 4, 3, 2}, new ImageShape(1, 2, 2))[0])
                    .containsExactly(first, second);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"width\": 16} | height must not be missing",
            "{\"height\": 16, \"width\": 0} | width is 0, expected 1 to 4096",
            "{\"heigth\": 16} | heigth is unknown, expected one of [channels, height, ",
            "{\"height\": 16, \"width\": 16, \"std\": [1, 2]} | std has 2 values, expected 3 (one a channel of RGB)",
            "{\"height\": 16, \"width\": 16, \"std\": [1, 0, 1]} | std is [1.0, 0.0, 1.0], expected values above 0",
            "{\"height\": 16, \"width\": 16, \"layout\": \"CHW\"} | layout is 'CHW', expected one of [NCHW, NHWC]",
            "{\"height\": 16, \"width\": 16, \"mean\": 3} | mean is 3, expected a list of numbers, one a channel",
            "{\"height\": 16, \"width\": 16} | has the outputs [features, map]: output of the JSON file",
            "{\"height\": 16, \"width\": 16, \"output\": \"y\"} | has no output 'y', expected one of [features, map]",
            "{\"height\": 8, \"width\": 16, \"output\": \"features\"} | takes 'images' of shape [-1, 3, 16, 16], but",
            "{\"height\": 16, \"width\": 16, \"output\": \"map\"} | of shape [1, 8, 16, 16] for one image, expected one",
            "{\"height\": | is no JSON"})
    void faultsNameTheFileAndTheField(String json, String message) throws IOException {
        Path onnx = TinyBackbone.write(folder, 1);
        describe(json);

        assertThatExceptionOfType(BackboneException.class).isThrownBy(() -> Backbone.load(onnx))
                .withMessageContaining("tiny.").withMessageContaining(message);
    }

    @Test
    void filesThatAreMissingOrNoNetworksAreNamed() throws IOException {
        Path onnx = TinyBackbone.write(folder, 1);
        Files.write(onnx, new byte[]{1, 2, 3});
        assertThatExceptionOfType(BackboneException.class).isThrownBy(() -> Backbone.load(onnx))
                .withMessageContaining("tiny.onnx cannot be loaded by ONNX Runtime");
        Files.delete(folder.resolve("tiny.json"));
        assertThatExceptionOfType(BackboneException.class).isThrownBy(() -> Backbone.load(onnx))
                .withMessageContaining("has no tiny.json beside it");
        assertThatExceptionOfType(BackboneException.class).isThrownBy(() -> Backbone.load(folder.resolve("no.onnx")))
                .withMessageContaining("no.onnx cannot be read");
    }

    @Test
    void theHashOfThePreprocessingIsOfItsValues() throws IOException {
        Path onnx = TinyBackbone.write(folder, 1);
        String before = PreprocessingFile.read(onnx).sha256();
        describe(TinyBackbone.PREPROCESSING.replace(", ", ",\n  "));
        assertThat(PreprocessingFile.read(onnx).sha256()).isEqualTo(before);
        describe(TinyBackbone.PREPROCESSING.replace("0.25", "0.26"));
        assertThat(PreprocessingFile.read(onnx).sha256()).isNotEqualTo(before);
    }

    private void describe(String json) throws IOException {
        Files.writeString(folder.resolve("tiny.json"), json);
    }

    private static byte[] noise(int length) {
        byte[] pixels = new byte[length];
        new Random(length).nextBytes(pixels);
        return pixels;
    }

    /** The tiny network's map, {@code [8][16 * 16]}. */
    private static double[][] map(byte[] image) {
        float[] weights = TinyBackbone.weights(1);
        double[][] map = new double[TinyBackbone.FEATURES][SIDE * SIDE];
        for (int feature = 0; feature < map.length; feature++) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    map[feature][y * SIDE + x] = Math.max(0, convolved(image, weights, feature, y, x));
                }
            }
        }
        return map;
    }

    private static double convolved(byte[] image, float[] weights, int feature, int y, int x) {
        double sum = 0;
        for (int channel : List.of(0, 1, 2)) {
            for (int dy = 0; dy < 3; dy++) {
                for (int dx = 0; dx < 3; dx++) {
                    int row = y + dy - 1;
                    int column = x + dx - 1;
                    if (row >= 0 && row < SIDE && column >= 0 && column < SIDE) {
                        double value = (image[(row * SIDE + column) * 3 + channel] & 0xff) / 255.0;
                        sum += weights[((feature * 3 + channel) * 3 + dy) * 3 + dx] * (value - MEAN[channel])
                                / STD[channel];
                    }
                }
            }
        }
        return sum;
    }

    private static double[] means(double[][] map) {
        return Arrays.stream(map).mapToDouble(channel -> Arrays.stream(channel).average().orElseThrow()).toArray();
    }

    private static void assertClose(float[] features, double[] expected) {
        assertThat(features).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) features[i]).isCloseTo(expected[i], within(1e-4 * (1 + Math.abs(expected[i]))));
        }
    }
}

package io.crossline.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A frozen image network of 224 parameters as an ONNX file with its JSON file: images {@code [1, 3, SIDE, SIDE]} by a 3x3 convolution
 * and a rectifier to the output {@code map [1, 8, SIDE, SIDE]}, whose means are the output {@code features [1, 8]}.
 */
public final class TinyBackbone {

    public static final int SIDE = 16;
    public static final int CHANNELS = 3;
    public static final int FEATURES = 8;
    public static final int KERNEL = 3;
    public static final String PREPROCESSING = "{\"height\": 16, \"width\": 16, \"output\": \"features\", "
            + "\"mean\": [0.5, 0.4, 0.3], \"std\": [0.25, 0.5, 0.2]}";

    private TinyBackbone() {}

    /** Weights {@code [8, 3, 3, 3]}. */
    public static float[] weights(long seed) {
        Random random = new Random(seed);
        float[] weights = new float[FEATURES * CHANNELS * KERNEL * KERNEL];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
        }
        return weights;
    }

    /** The network. */
    public static byte[] onnx(long seed) {
        return new OnnxWriter().input("images", -1, CHANNELS, SIDE, SIDE)
                .constant("weights", weights(seed), FEATURES, CHANNELS, KERNEL, KERNEL)
                .constant("bias", new float[FEATURES], FEATURES)
                .node("Conv", "convolved", "pads", new long[]{1, 1, 1, 1}, "images", "weights", "bias")
                .node("Relu", "map", "convolved")
                .node("GlobalAveragePool", "means", "map")
                .node("Flatten", "features", "means")
                .output("features", -1, FEATURES)
                .output("map", -1, FEATURES, SIDE, SIDE).bytes();
    }

    /** Writes {@code tiny.onnx} and {@code tiny.json} into a folder. */
    public static Path write(Path folder, long seed) {
        try {
            Files.writeString(folder.resolve("tiny.json"), PREPROCESSING);
            return Files.write(folder.resolve("tiny.onnx"), onnx(seed));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

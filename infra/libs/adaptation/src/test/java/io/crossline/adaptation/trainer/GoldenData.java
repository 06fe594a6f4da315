package io.crossline.adaptation.trainer;

import io.crossline.contracts.ImageShape;
import io.crossline.networks.Network;
import io.crossline.networks.tape.ParameterSet;

/** The parameters and images of {@code make_golden.py}: formulas known to both. */
public final class GoldenData {

    public static final int BATCH = 8;
    public static final int CLASSES = 10;
    public static final int WIDTH = 8;
    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    private GoldenData() {}

    public static LabelledImages source() {
        int[] labels = new int[BATCH];
        for (int i = 0; i < BATCH; i++) {
            labels[i] = i * 7 % CLASSES;
        }
        return new LabelledImages(SHAPE, CLASSES).add(pixels(101), labels);
    }

    public static UnlabelledImages target(int salt) {
        return new UnlabelledImages(SHAPE).add(pixels(salt));
    }

    /** Target images with half their brightness. */
    public static UnlabelledImages darkTarget() {
        byte[] pixels = pixels(102);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((pixels[i] & 0xff) / 2);
        }
        return new UnlabelledImages(SHAPE).add(pixels);
    }

    private static byte[] pixels(int salt) {
        byte[] pixels = new byte[BATCH * SHAPE.bytes()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.floor((noise(i, salt) + 1) * 128);
        }
        return pixels;
    }

    /** Uniform in -1..1, from the index and the salt alone. */
    static double noise(long index, int salt) {
        long x = index * 2654435761L + salt * 40503L + 12345 & 0xFFFFFFFFL;
        for (int round = 0; round < 2; round++) {
            x ^= x >>> 16;
            x = x * 0x45D9F3BL & 0xFFFFFFFFL;
        }
        x ^= x >>> 16;
        return x / 2147483648.0 - 1;
    }

    /** Position of the j-th sample in a gradient of the given length. */
    static int sample(int j, long length) {
        return (int) ((noise(j, 999) + 1) / 2 * length);
    }

    public static void fill(Network network, int salt) {
        String layer = "";
        int number = -1;
        for (ParameterSet.Parameter parameter : network.parameters().parameters()) {
            String name = parameter.name();
            if (!name.substring(0, name.lastIndexOf('_')).equals(layer)) {
                layer = name.substring(0, name.lastIndexOf('_'));
                number++;
            }
            fill(parameter, kind(name), salt * 1000 + number * 4);
        }
    }

    private static void fill(ParameterSet.Parameter parameter, String kind, int salt) {
        long[] shape = parameter.value().shape();
        switch (kind) {
            case "W" -> {
                long window = shape.length == 4 ? shape[2] * shape[3] : 1;
                double limit = Math.sqrt(6.0 / ((shape[0] + shape[1]) * window));
                put(parameter, limit, 0, salt);
            }
            case "b" -> put(parameter, 0.05, 0, salt + 1);
            case "gamma" -> put(parameter, 0.1, 1, salt + 2);
            case "beta" -> put(parameter, 0.05, 0, salt + 3);
            case "mean" -> parameter.value().assign(0);
            default -> parameter.value().assign(1);
        }
    }

    private static void put(ParameterSet.Parameter parameter, double scale, double middle, int salt) {
        for (long i = 0; i < parameter.value().length(); i++) {
            parameter.value().putScalar(i, middle + scale * noise(i, salt));
        }
    }

    static String kind(String parameterName) {
        return parameterName.substring(parameterName.lastIndexOf('_') + 1);
    }
}

package io.crossline.networks.backbone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.crossline.contracts.BackboneFile;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Sha256;
import io.crossline.networks.image.ImageTensors;

/**
 * A frozen feature extractor. Remembers the features of pictures that it has seen, for a training sees each many times. Safe for use by
 * several threads.
 */
public final class Backbone implements AutoCloseable {

    private static final long REMEMBERED_FLOATS = 32L * 1024 * 1024;
    private static final int MAX_THREADS = 8;

    /** A picture is known by the SHA-256 of its bytes. */
    private record Picture(ImageShape shape, ByteBuffer sha256) {}

    private final BackboneFile file;
    private final OnnxNetwork network;
    private final Cache<Picture, float[]> remembered;
    private final LongAdder computed = new LongAdder();

    private Backbone(BackboneFile file, OnnxNetwork network) {
        this.file = file;
        this.network = network;
        this.remembered = Caffeine.newBuilder().maximumSize(Math.max(1, REMEMBERED_FLOATS / file.features())).build();
    }

    /**
     * @param onnx the network; a file of the same name that ends in {@code .json} says how images become its input
     * @throws BackboneException naming file and field if one of both is missing or at fault
     */
    public static Backbone load(Path onnx) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(onnx);
        } catch (IOException e) {
            throw new BackboneException("The backbone " + onnx + " cannot be read: " + e, e);
        }
        Preprocessing preprocessing = PreprocessingFile.read(onnx);
        int threads = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
        OnnxNetwork network = new OnnxNetwork(onnx.toString(), bytes, preprocessing, threads);
        try {
            ImageShape one = new ImageShape(1, 1, 1);
            int features = network.run(network.input().of(new byte[one.bytes()], one)).length;
            return new Backbone(new BackboneFile(onnx.getFileName().toString(), Sha256.hex(bytes), features,
                    preprocessing.sha256()), network);
        } catch (RuntimeException e) {
            network.close();
            throw e;
        }
    }

    /** What the manifests of classifiers on top say of it. */
    public BackboneFile file() {
        return file;
    }

    /**
     * @param pixels uint8, {@code [N, H, W, C]}
     * @return {@code [N][F]}; not to be changed
     * @throws IllegalArgumentException if the length is no multiple of an image's
     */
    public float[][] features(byte[] pixels, ImageShape shape) {
        float[][] features = new float[ImageTensors.count(pixels, shape)][];
        for (int i = 0; i < features.length; i++) {
            byte[] image = new byte[shape.bytes()];
            System.arraycopy(pixels, i * image.length, image, 0, image.length);
            features[i] = of(image, shape);
        }
        return features;
    }

    float[] of(byte[] image, ImageShape shape) {
        if (image.length != shape.bytes()) {
            throw new IllegalArgumentException("an image has " + image.length + " bytes, expected " + shape.bytes()
                    + " (" + shape + ")");
        }
        Picture picture = new Picture(shape, ByteBuffer.wrap(Sha256.of(image, 0, image.length)));
        return remembered.get(picture, unknown -> {
            computed.increment();
            return network.run(network.input().of(image, shape));
        });
    }

    /** How many pictures the network has computed so far: those that it remembers are computed once. */
    public long computed() {
        return computed.sum();
    }

    @Override
    public void close() {
        network.close();
    }
}

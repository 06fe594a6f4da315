package io.crossline.networks.inference;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Views;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.Mode;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.networks.backbone.Backbones;
import io.crossline.networks.image.ImageEncoder;
import io.crossline.networks.image.ImageTensors;
import io.crossline.networks.image.Mirror;
import io.crossline.networks.ops.Elementwise;
import io.crossline.networks.ops.Softmax;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** A trained classifier at work. Safe for use by several threads: they take turns. Close it to free its memory. */
public final class Classifier implements AutoCloseable {

    private final ClassifierNetworks networks;
    private final ImageEncoder encoder;
    private final ArrayPool pool = new ArrayPool();

    /** Takes over the networks and closes them with itself. */
    public Classifier(ClassifierNetworks networks) {
        this.networks = networks;
        this.encoder = networks.encoder();
    }

    /**
     * A classifier without a backbone.
     *
     * @throws io.crossline.networks.archive.CorruptArchiveException if the archive cannot be used
     */
    public static Classifier load(byte[] archive) {
        return new Classifier(ModelArchive.readClassifier(archive));
    }

    /**
     * @param backbones to find the classifier's in, if it has one
     * @throws io.crossline.networks.archive.CorruptArchiveException if the archive cannot be used
     * @throws io.crossline.networks.backbone.BackboneException if its backbone is not there
     */
    public static Classifier load(byte[] archive, Backbones backbones) {
        return new Classifier(ModelArchive.readClassifier(archive, backbones));
    }

    public ImageShape shape() {
        return networks.shape();
    }

    public int classes() {
        return networks.classes();
    }

    /**
     * @param pixels uint8, {@code [N, H, W, C]}, any N from 0; computed in batches of bounded memory
     * @throws IllegalArgumentException if the length is no multiple of an image's
     */
    public synchronized Predictions predict(byte[] pixels) {
        int count = ImageTensors.count(pixels, shape());
        Predictions predictions = new Predictions(new float[count][], new float[count][], new float[count][]);
        for (Batch batch : Batch.split(count, shape())) {
            predict(pixels, batch, predictions);
        }
        return predictions;
    }

    private void predict(byte[] pixels, Batch batch, Predictions into) {
        long[] imageShape = encoder.tensorShape(batch.count());
        Block images = pool.take(imageShape);
        try (Tape tape = new Tape(pool)) {
            Variable features = features(tape, pixels, batch, images.array(imageShape));
            Variable logits = networks.labelClassifier().forward(tape, features, Mode.INFERENCE);
            Variable probabilities = Softmax.probabilities(tape, logits);
            copy(features, into.features(), batch.first());
            copy(logits, into.logits(), batch.first());
            copy(probabilities, into.probabilities(), batch.first());
        } finally {
            pool.release(images);
        }
    }

    /** The mean features of all views: the label classifier is linear, so its logits are then the views' mean as well. */
    private Variable features(Tape tape, byte[] pixels, Batch batch, INDArray images) {
        if (networks.views() == Views.SINGLE) {
            encoder.write(i -> image(pixels, batch.first() + i), images);
            return networks.featureExtractor().forward(tape, tape.constant(images), Mode.INFERENCE);
        }
        int from = batch.first() * shape().bytes();
        byte[] part = Arrays.copyOfRange(pixels, from, from + batch.count() * shape().bytes());
        Variable sum = null;
        for (Mirror mirror : Mirror.values()) {
            byte[] mirrored = mirror.apply(part, shape());
            encoder.write(i -> image(mirrored, i), images);
            Variable view = networks.featureExtractor().forward(tape, tape.constant(images), Mode.INFERENCE);
            sum = sum == null ? view : Elementwise.add(tape, sum, view);
        }
        return Elementwise.scale(tape, sum, 1.0 / Mirror.values().length);
    }

    private byte[] image(byte[] pixels, int index) {
        return Arrays.copyOfRange(pixels, index * shape().bytes(), (index + 1) * shape().bytes());
    }

    private static void copy(Variable from, float[][] to, int first) {
        float[][] rows = from.value().toFloatMatrix();
        System.arraycopy(rows, 0, to, first, rows.length);
    }

    @Override
    public synchronized void close() {
        pool.close();
        networks.close();
    }
}

package io.crossline.networks.inference;

import io.crossline.contracts.ImageShape;
import io.crossline.networks.GeneratorNetworks;
import io.crossline.networks.Mode;
import io.crossline.networks.Network;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.networks.image.ImageTensors;
import io.crossline.networks.image.ValueRange;
import io.crossline.networks.tape.ArrayPool;
import io.crossline.networks.tape.Block;
import io.crossline.networks.tape.Tape;
import io.crossline.networks.tape.Variable;

/** Trained generators at work. Safe for use by several threads: they take turns. Close it to free its memory. */
public final class Generators implements AutoCloseable {

    private final GeneratorNetworks networks;
    private final ArrayPool pool = new ArrayPool();

    /** Takes over the networks and closes them with itself. */
    public Generators(GeneratorNetworks networks) {
        this.networks = networks;
    }

    /** @throws io.crossline.networks.archive.CorruptArchiveException if the archive cannot be used */
    public static Generators load(byte[] archive) {
        return new Generators(ModelArchive.readGenerators(archive));
    }

    public ImageShape shape() {
        return networks.shape();
    }

    /**
     * Gives source images the target's look.
     *
     * @param pixels uint8, {@code [N, H, W, C]}, any N from 0; computed in batches of bounded memory
     * @return uint8, {@code [N, H, W, C]}
     * @throws IllegalArgumentException if the length is no multiple of an image's
     */
    public byte[] sourceToTarget(byte[] pixels) {
        return translate(networks.sourceToTarget(), pixels);
    }

    /** Gives target images the source's look; as {@link #sourceToTarget(byte[])}. */
    public byte[] targetToSource(byte[] pixels) {
        return translate(networks.targetToSource(), pixels);
    }

    private synchronized byte[] translate(Network generator, byte[] pixels) {
        byte[] translated = new byte[pixels.length];
        for (Batch batch : Batch.split(ImageTensors.count(pixels, shape()), shape())) {
            long[] imageShape = batch.tensorShape(shape());
            Block images = pool.take(imageShape);
            try (Tape tape = new Tape(pool)) {
                ImageTensors.write(pixels, batch.first(), shape(), ValueRange.SIGNED, images.array(imageShape));
                Variable output = generator.forward(tape, tape.constant(images.array(imageShape)), Mode.INFERENCE);
                ImageTensors.read(output.value(), shape(), ValueRange.SIGNED, translated, batch.first());
            } finally {
                pool.release(images);
            }
        }
        return translated;
    }

    @Override
    public synchronized void close() {
        pool.close();
        networks.close();
    }
}

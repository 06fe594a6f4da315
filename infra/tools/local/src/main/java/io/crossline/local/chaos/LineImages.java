package io.crossline.local.chaos;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;
import io.crossline.contracts.Split;
import io.crossline.contracts.UnlabelledBatch;

/** Ever new images of a line, each of a part with an id: pictures that it has sent before, with a little noise. Safe for several threads. */
public final class LineImages {

    private static final int BATCH = 4;
    /** Largest change of a pixel, of 255. */
    private static final int NOISE = 3;

    private final String line;
    private final String dataset;
    private final ImageShape shape;
    private final List<byte[]> pool;
    private final Random random;
    private long part;

    /**
     * @param dataset that the new batches belong to
     * @param shape grey
     * @param pool pixels of at least one image
     */
    public LineImages(String line, String dataset, ImageShape shape, List<byte[]> pool, long seed) {
        this.line = line;
        this.dataset = dataset;
        this.shape = shape;
        this.pool = List.copyOf(pool);
        this.random = new Random(seed);
    }

    /** Captured now; no two are alike. */
    public synchronized UnlabelledBatch batch() {
        byte[] pixels = new byte[BATCH * shape.bytes()];
        for (int i = 0; i < BATCH; i++) {
            System.arraycopy(image(), 0, pixels, i * shape.bytes(), shape.bytes());
        }
        return new UnlabelledBatch(new BatchOrigin(line, dataset, Split.TRAIN, Instant.now()),
                new Images(shape, BATCH, pixels, parts()));
    }

    private List<ImagePart> parts() {
        return IntStream.range(0, BATCH).mapToObj(i -> new ImagePart(line + "-" + ++part, null, null)).toList();
    }

    /** One image as a PNG file. */
    public synchronized byte[] png() {
        BufferedImage picture = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, shape.width(), shape.height(), image());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private byte[] image() {
        byte[] image = pool.get(random.nextInt(pool.size())).clone();
        for (int i = 0; i < image.length; i++) {
            int value = (image[i] & 0xff) + random.nextInt(2 * NOISE + 1) - NOISE;
            image[i] = (byte) Math.max(0, Math.min(255, value));
        }
        return image;
    }
}

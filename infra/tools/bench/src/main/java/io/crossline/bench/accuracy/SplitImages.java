package io.crossline.bench.accuracy;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.Split;
import io.crossline.datasets.Dataset;
import io.crossline.datasets.SampleSink;

/** Collects the images of one split. */
public final class SplitImages implements SampleSink {

    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    private final List<Integer> labels = new ArrayList<>();

    private final boolean unlabelledToo;

    private SplitImages(boolean unlabelledToo) {
        this.unlabelledToo = unlabelledToo;
    }

    /**
     * The images that have a label.
     *
     * @throws io.crossline.datasets.DatasetException if the data set cannot be read
     */
    static TestImages labelled(Dataset dataset, Split split, ImageShape shape, PictureSettings pictures) {
        SplitImages images = new SplitImages(false);
        dataset.read(split, shape, pictures, images);
        return new TestImages(images.pixels.toByteArray(), images.labels.stream().mapToInt(label -> label).toArray());
    }

    /** All images, uint8 {@code [N, H, W, C]}; errors as with {@link #labelled}. */
    public static byte[] all(Dataset dataset, Split split, ImageShape shape, PictureSettings pictures) {
        SplitImages images = new SplitImages(true);
        dataset.read(split, shape, pictures, images);
        return images.pixels.toByteArray();
    }

    @Override
    public boolean wantsMore() {
        return true;
    }

    @Override
    public void accept(byte[] image, int label, ImagePart part) {
        if (unlabelledToo || label != UNLABELLED) {
            pixels.writeBytes(image);
            labels.add(label);
        }
    }

    @Override
    public void reject(String item, String reason) {
        throw new IllegalArgumentException(item + " " + reason);
    }
}

package io.crossline.bench.frames;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import io.crossline.bench.accuracy.SplitImages;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.Split;
import io.crossline.datasets.Dataset;
import io.crossline.datasets.DatasetCatalog;
import io.crossline.datasets.DatasetSpec;
import io.crossline.datasets.Downloads;

/**
 * Good frames of a line, in the order in which ingest publishes them.
 *
 * @param images training images, then test images
 */
record FrameStream(String spec, Images images) {

    /**
     * @param spec as the demo takes it
     * @throws io.crossline.contracts.InvalidFieldException if it is none
     * @throws io.crossline.datasets.DatasetException if images cannot be read
     */
    static FrameStream read(String spec, ImageShape shape, long seed) {
        DatasetCatalog catalog = new DatasetCatalog(new Downloads(Path.of(".crossline", "downloads"), Map.of()));
        DatasetSpec checked = catalog.check(spec);
        Dataset dataset = catalog.open(checked, seed, null);
        PictureSettings pictures = checked.pictures().settings(shape);
        byte[] train = SplitImages.all(dataset, Split.TRAIN, shape, pictures);
        byte[] test = dataset.splits().contains(Split.TEST)
                ? SplitImages.all(dataset, Split.TEST, shape, pictures)
                : new byte[0];
        byte[] all = Arrays.copyOf(train, train.length + test.length);
        System.arraycopy(test, 0, all, train.length, test.length);
        return new FrameStream(spec, new Images(shape, all.length / shape.bytes(), all));
    }

    /** One frame as a batch of its own. */
    Images frame(byte[] pixels) {
        return new Images(images.shape(), 1, pixels);
    }
}

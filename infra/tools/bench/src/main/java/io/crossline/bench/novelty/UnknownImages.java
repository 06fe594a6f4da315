package io.crossline.bench.novelty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.crossline.bench.accuracy.SplitImages;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Split;
import io.crossline.datasets.DatasetCatalog;
import io.crossline.datasets.DatasetSpec;
import io.crossline.datasets.Downloads;

/** Reads images of unknown kinds. */
final class UnknownImages {

    private UnknownImages() {}

    /**
     * @param spec of a data set, or a folder that holds pictures
     * @return uint8 {@code [N, H, W, C]}
     */
    static byte[] read(String spec, ImageShape shape, long seed) {
        if (!Files.isDirectory(Path.of(spec))) {
            return dataset(spec, shape, seed);
        }
        try {
            // a data set's folder has its pictures in train/
            Path folder = Files.createTempDirectory("unknown");
            Path train = Files.createSymbolicLink(folder.resolve(Split.TRAIN.id()), Path.of(spec).toAbsolutePath());
            try {
                return dataset("folder:" + folder, shape, seed);
            } finally {
                Files.delete(train);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot link " + spec, e);
        }
    }

    private static byte[] dataset(String spec, ImageShape shape, long seed) {
        DatasetCatalog catalog = new DatasetCatalog(new Downloads(Path.of(".crossline", "downloads"), Map.of()));
        DatasetSpec checked = catalog.check(spec);
        return SplitImages.all(catalog.open(checked, seed, null), Split.TRAIN, shape,
                checked.pictures().settings(shape));
    }
}

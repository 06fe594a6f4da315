package io.crossline.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.Split;

/**
 * A folder in MNIST's layout: {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte} and the same with
 * {@code t10k-}, plain or {@code .gz}. Images are grey. Classes are named by their number. A label file may be missing:
 * then that split is unlabelled.
 */
final class IdxDataset implements Dataset {

    private static final Map<Split, String> PREFIXES = new TreeMap<>(Map.of(Split.TRAIN, "train", Split.TEST, "t10k"));
    private static final String GZIP = ".gz";

    private final Map<Split, LabelledImages> splits = new TreeMap<>();
    private final List<String> classNames;
    private final String fingerprint;

    /** Checks all files before the first image is read. */
    IdxDataset(Path directory) {
        Fingerprint found = new Fingerprint();
        PREFIXES.forEach((split, prefix) -> {
            LabelledImages images = LabelledImages.open(directory, prefix);
            splits.put(split, images);
            found.file(images.images.file());
            images.labelFile.ifPresent(found::file);
        });
        fingerprint = found.hex();
        int classes = splits.values().stream().mapToInt(LabelledImages::classes).max().orElse(0);
        classNames = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }

    @Override
    public ImageShape naturalShape() {
        return TrainingShape.nearest(splits.get(Split.TRAIN).size());
    }

    @Override
    public List<String> classNames() {
        return classNames;
    }

    @Override
    public List<Split> splits() {
        return List.copyOf(splits.keySet());
    }

    @Override
    public OptionalLong count(Split split) {
        return splits.containsKey(split) ? OptionalLong.of(splits.get(split).images.count()) : OptionalLong.of(0);
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public void read(Split split, ImageShape shape, PictureSettings pictures, SampleSink sink) {
        LabelledImages source = splits.get(split);
        ImageFitter fitter = new ImageFitter(shape);
        try (InputStream in = source.images.values()) {
            for (int i = 0; i < source.images.count() && sink.wantsMore(); i++) {
                byte[] pixels = in.readNBytes(source.images.itemBytes());
                int label = source.labels == null ? SampleSink.UNLABELLED : source.labels[i] & 0xff;
                sink.accept(fitter.fit(pixels, source.size()), label);
            }
        } catch (IOException e) {
            throw new DatasetException(source.images.file() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** @param labels one a image, 0 to 255, or null */
    private record LabelledImages(IdxFile images, Optional<Path> labelFile, byte[] labels) {

        static LabelledImages open(Path directory, String prefix) {
            Optional<Path> labelFile = CompressedFile.find(directory, GZIP, prefix + "-labels-idx1-ubyte",
                    prefix + "-labels.idx1-ubyte");
            Path imageFile = CompressedFile.find(directory, GZIP, prefix + "-images-idx3-ubyte",
                    prefix + "-images.idx3-ubyte").orElseThrow(() -> missing(directory, prefix, labelFile));
            IdxFile images = IdxFile.open(imageFile, 3, "images");
            byte[] labels = labelFile.map(file -> labels(file, images)).orElse(null);
            return new LabelledImages(images, labelFile, labels);
        }

        private static DatasetException missing(Path directory, String prefix, Optional<Path> labelFile) {
            String images = prefix + "-images-idx3-ubyte";
            return new DatasetException(labelFile
                    .map(file -> file + " has labels, but their images are missing: expected " + images + " or "
                            + images + GZIP + " beside it")
                    .orElse(directory.resolve(images) + " is missing, expected there plain or as " + GZIP));
        }

        private static byte[] labels(Path file, IdxFile images) {
            IdxFile labels = IdxFile.open(file, 1, "labels");
            if (labels.count() != images.count()) {
                throw new DatasetException("%s has %d labels, expected %d, one for each image of %s".formatted(file,
                        labels.count(), images.count(), images.file()));
            }
            try (InputStream in = labels.values()) {
                return in.readNBytes(labels.count());
            } catch (IOException e) {
                throw new DatasetException(file + " cannot be read: " + e.getMessage(), e);
            }
        }

        Dimensions size() {
            return new Dimensions(1, images.dimensions()[1], images.dimensions()[2]);
        }

        int classes() {
            return labels == null
                    ? 0
                    : IntStream.range(0, labels.length).map(i -> labels[i] & 0xff).max().orElse(-1) + 1;
        }
    }
}

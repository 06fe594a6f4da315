package io.crossline.ingest.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

import io.crossline.contracts.ImagePart;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.Split;

/**
 * A folder with {@code train/CLASS/*} and {@code test/CLASS/*}, or with unlabelled images straight in {@code train/} or
 * {@code test/}. The classes are train's, in the order of their names; where train is unlabelled, they are test's. The
 * files of all classes are mixed by the seed. Broken files and files of unknown classes are rejected; the others go on.
 */
final class FolderDataset implements Dataset {

    private static final int NATURAL_SIDE = 64;

    private final Path directory;
    private final Map<Split, SplitFolder> splits = new TreeMap<>();
    private final List<String> classNames;
    private final String fingerprint;

    FolderDataset(Path directory, long seed) {
        this.directory = directory;
        addIfThere(Split.TRAIN);
        addIfThere(Split.CALIBRATION);
        addIfThere(Split.TEST);
        if (!splits.containsKey(Split.TRAIN) || splits.get(Split.TRAIN).images().isEmpty()) {
            throw new DatasetException(directory.resolve(Split.TRAIN.id())
                    + " holds no images, expected CLASS/*.png (or jpg, bmp, tif) or unlabelled *.png there");
        }
        classNames = splits.values().stream().map(SplitFolder::classNames).filter(names -> !names.isEmpty())
                .findFirst().orElse(List.of());
        Fingerprint found = new Fingerprint();
        splits.values().forEach(split -> split.images()
                .forEach(image -> found.text(String.valueOf(image.className())).file(image.file())));
        fingerprint = found.hex();
        Random random = new Random(seed);
        splits.values().forEach(split -> Collections.shuffle(split.images(), random));
    }

    private void addIfThere(Split split) {
        Path folder = directory.resolve(split.id());
        if (Files.isDirectory(folder)) {
            splits.put(split, SplitFolder.list(folder));
        }
    }

    /** 64x64, grey or colour as the first image that can be read. */
    @Override
    public ImageShape naturalShape() {
        return splits.get(Split.TRAIN).images().stream().map(image -> channels(image.file()))
                .filter(OptionalInt::isPresent).findFirst()
                .map(channels -> new ImageShape(channels.getAsInt(), NATURAL_SIDE, NATURAL_SIDE))
                .orElseThrow(() -> new DatasetException(
                        directory.resolve(Split.TRAIN.id()) + " holds no image that can be read"));
    }

    private static OptionalInt channels(Path file) {
        try {
            return OptionalInt.of(PictureDecoder.decode(file, picture -> picture.size().channels()));
        } catch (DatasetException e) {
            // rejected with its reason when its turn to be read comes
            return OptionalInt.empty();
        }
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
        return OptionalLong.of(splits.containsKey(split) ? splits.get(split).images().size() : 0);
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public void read(Split split, ImageShape shape, PictureSettings pictures, SampleSink sink) {
        SplitFolder folder = splits.get(split);
        folder.rejected().forEach((file, reason) -> sink.reject(item(file), reason));
        PictureMaker maker = new PictureMaker(pictures, shape);
        for (SplitFolder.Image image : folder.images()) {
            if (!sink.wantsMore()) {
                return;
            }
            read(image, maker, sink);
        }
    }

    private void read(SplitFolder.Image image, PictureMaker maker, SampleSink sink) {
        int label = image.className() == null ? SampleSink.UNLABELLED : classNames.indexOf(image.className());
        String item = item(image.file());
        if (image.className() != null && label < 0) {
            sink.reject(item, "has class '" + image.className() + "', expected one of train's: " + classNames);
            return;
        }
        try {
            for (MadePicture picture : maker.make(image.file())) {
                picture.handOver(image.file(), label, whole(picture, item), sink);
            }
        } catch (DatasetException e) {
            sink.reject(item, e.getMessage());
        }
    }

    /** Named where its tiles have to be known as one part's; otherwise the same picture makes the same batch wherever its file lies. */
    private static ImagePart whole(MadePicture picture, String item) {
        return picture.images().size() == 1
                ? ImagePart.UNNAMED
                : new ImagePart(null, picture.page() == 0 ? item : item + "#" + (picture.page() + 1), null);
    }

    private String item(Path file) {
        return directory.relativize(file).toString();
    }
}

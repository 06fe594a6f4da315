package io.crossline.datasets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.crossline.contracts.ClassNames;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Split;

/**
 * A folder with {@code train/CLASS/*} and {@code test/CLASS/*}, or with unlabelled images straight in {@code train/} or
 * {@code test/}. The classes are train's, in the order of their names; where train is unlabelled, they are test's. A
 * picture has a file name in Kafka where a {@link PartSource} knows its part.
 */
final class FolderDataset {

    static final List<String> OPTIONS = List.of(SpecLocation.NAME_PATTERN);

    private final Path directory;
    private final PartSource parts;
    private final List<ListedPicture> pictures = new ArrayList<>();
    private final Map<String, String> rejected = new LinkedHashMap<>();
    private List<String> classNames = List.of();

    private FolderDataset(Path directory, PartSource parts) {
        this.directory = directory;
        this.parts = parts;
    }

    /** @throws DatasetException if there are no train images */
    static Dataset open(Path directory, PartSource parts, long seed) {
        FolderDataset folder = new FolderDataset(directory, parts);
        for (Split split : Split.values()) {
            folder.add(split);
        }
        return new ListedDataset(new Listing(directory, folder.classNames, folder.pictures, folder.rejected), seed);
    }

    private void add(Split split) {
        Path folder = directory.resolve(split.id());
        SplitFolder found = Files.isDirectory(folder)
                ? SplitFolder.list(folder)
                : new SplitFolder(List.of(), List.of(), Map.of());
        if (split == Split.TRAIN && found.images().isEmpty()) {
            throw new DatasetException(
                    folder + " holds no images, expected CLASS/*.png (or jpg, bmp, tif) or unlabelled *.png there");
        }
        classNames = classNames.isEmpty() ? List.copyOf(found.classNames()) : classNames;
        found.rejected().forEach((file, reason) -> rejected.put(item(file), reason));
        found.images().forEach(image -> add(split, image));
    }

    private void add(Split split, SplitFolder.Image image) {
        String item = item(image.file());
        try {
            pictures.add(new ListedPicture(item, image.file(), split, image.className(), part(image.file(), item)));
        } catch (DatasetException | InvalidFieldException e) {
            rejected.put(item, e.getMessage());
        }
    }

    private ImagePart part(Path file, String item) {
        ImagePart known = parts.of(file);
        return known.isUnnamed() ? known : new ImagePart(known.partId(), ClassNames.normal(item), known.capturedAt());
    }

    private String item(Path file) {
        return directory.relativize(file).toString();
    }
}

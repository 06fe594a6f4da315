package io.crossline.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.crossline.contracts.ClassNames;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Split;

/**
 * A folder in Pascal VOC's layout: {@code JPEGImages/NAME.jpg} (or another format), {@code Annotations/NAME.xml}, and {@code ImageSets/Main/train.txt} and
 * {@code test.txt} (without it, {@code val.txt}) with the names of each split. Without {@code ImageSets} all pictures are
 * train's. {@link AnnotationRule} says which one class each picture has; one without an XML file has no annotation.
 */
final class VocDataset {

    static final List<String> OPTIONS = List.of(AnnotationRule.GOOD, AnnotationRule.SEVERAL);

    private final Path folder;
    private final AnnotationRule rule;
    private final PictureRoot root;
    private final Map<String, Path> files;
    private final List<ListedPicture> pictures = new ArrayList<>();
    private final Map<String, String> rejected = new LinkedHashMap<>();
    private final Map<String, String> seen = new HashMap<>();

    private VocDataset(Path folder, AnnotationRule rule) {
        this.folder = folder;
        this.rule = rule;
        this.root = new PictureRoot(folder);
        this.files = pictureFiles(folder.resolve("JPEGImages"));
    }

    /** @throws DatasetException if a part of the layout is missing, or no picture can be used for training */
    static Dataset open(SpecLocation location, long seed) {
        VocDataset voc = new VocDataset(location.path(), AnnotationRule.of(location.options()));
        Path sets = location.path().resolve("ImageSets/Main");
        if (Files.isDirectory(sets)) {
            voc.addList(sets.resolve("train.txt"), Split.TRAIN);
            Path test = sets.resolve("test.txt");
            Path heldOut = Files.exists(test) ? test : sets.resolve("val.txt");
            if (Files.exists(heldOut)) {
                voc.addList(heldOut, Split.TEST);
            }
        } else {
            voc.files.keySet().stream().sorted().forEach(name -> voc.add(name, name, Split.TRAIN));
        }
        return new ListedDataset(Listing.of(location.path(), voc.pictures, voc.rejected), seed);
    }

    /** By their names without extension. */
    private static Map<String, Path> pictureFiles(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !SystemFiles.include(entry) && Picture.isNamedLikeImage(entry)).sorted()
                    .collect(Collectors.toMap(VocDataset::name, entry -> entry, (first, second) -> first));
        } catch (IOException e) {
            throw new DatasetException(folder + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private static String name(Path file) {
        String name = ClassNames.normal(file.getFileName().toString());
        return name.substring(0, name.lastIndexOf('.'));
    }

    private void addList(Path list, Split split) {
        List<String> names;
        try {
            names = Files.readAllLines(list);
        } catch (IOException e) {
            throw new DatasetException(list + " cannot be read: " + e.getMessage(), e);
        }
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isBlank()) {
                add(list.getFileName() + " line " + (i + 1), ClassNames.normal(names.get(i).strip()), split);
            }
        }
    }

    private void add(String item, String name, Split split) {
        try {
            String before = seen.putIfAbsent(name, item);
            if (before != null) {
                throw new DatasetException("is '" + name + "' as " + before + ", expected each picture once");
            }
            Path file = files.get(name);
            if (file == null) {
                throw new DatasetException("is '" + name + "', of which there is no picture in JPEGImages");
            }
            ImagePart part = new ImagePart(null, ClassNames.normal(file.getFileName().toString()), null);
            pictures.add(new ListedPicture(item, root.file(folder.relativize(file).toString()), split,
                    rule.className(areas(file)), part));
        } catch (DatasetException | InvalidFieldException | InvalidPathException e) {
            rejected.put(item, e.getMessage());
        }
    }

    private Map<String, Double> areas(Path picture) {
        String name = picture.getFileName().toString();
        Path annotation = folder.resolve("Annotations").resolve(name.substring(0, name.lastIndexOf('.')) + ".xml");
        return Files.exists(annotation)
                ? VocAnnotation.areas(root.file(folder.relativize(annotation).toString()))
                : Map.of();
    }
}

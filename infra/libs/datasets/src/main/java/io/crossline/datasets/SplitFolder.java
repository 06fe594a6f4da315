package io.crossline.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.crossline.contracts.ClassNames;

/**
 * What one split's folder holds. With class folders it is labelled and images beside them are rejected; without, it is
 * unlabelled. What belongs to the system is passed over, and so are {@link Sidecar}s.
 *
 * @param classNames names of the class folders in order, in composed form (NFC), so that two forms of a name are one class; empty where there are
 *        none
 * @param images the image files, in the order of their names
 * @param rejected what cannot be used, with the reason
 */
record SplitFolder(List<String> classNames, List<Image> images, Map<Path, String> rejected) {

    /** @param className name of the folder, or null on an unlabelled image */
    record Image(Path file, String className) {}

    static SplitFolder list(Path folder) {
        SplitFolder found = new SplitFolder(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
        List<Path> entries = entries(folder);
        entries.stream().filter(Files::isDirectory).forEach(found::addClass);
        entries.stream().filter(entry -> !Files.isDirectory(entry)).forEach(found::addLoose);
        return found;
    }

    private void addClass(Path folder) {
        String name = ClassNames.normal(folder.getFileName().toString());
        if (!classNames.contains(name)) {
            classNames.add(name);
        }
        List<Path> files = entries(folder);
        files.forEach(file -> add(file, name));
        if (files.isEmpty()) {
            rejected.put(folder, "is empty, expected images of class '" + name + "'");
        }
    }

    private void addLoose(Path file) {
        if (classNames.isEmpty()) {
            add(file, null);
        } else {
            rejected.put(file, "lies in no class folder, expected it in one of " + classNames);
        }
    }

    private void add(Path file, String className) {
        if (Files.isDirectory(file)) {
            rejected.put(file, "is a folder, expected image files only");
        } else if (Picture.isNamedLikeImage(file)) {
            images.add(new Image(file, className));
        } else {
            rejected.put(file, "is no image by its name, expected png, jpg, jpeg, bmp, tif or tiff");
        }
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> own = entries.filter(entry -> !SystemFiles.include(entry)).sorted().toList();
            Set<Path> sidecars = own.stream().filter(Picture::isNamedLikeImage).map(Sidecar::of)
                    .collect(Collectors.toSet());
            return own.stream().filter(entry -> !sidecars.contains(entry)).toList();
        } catch (IOException e) {
            throw new DatasetException(folder + " cannot be listed: " + e.getMessage(), e);
        }
    }
}

package io.crossline.datasets;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.crossline.contracts.Split;

/**
 * What a folder or a list of pictures holds.
 *
 * @param source the file or folder, for messages
 * @param classNames in the order of their indices
 * @param pictures in an order that does not change
 * @param rejected what cannot be used, with the reason
 */
record Listing(Path source, List<String> classNames, List<ListedPicture> pictures, Map<String, String> rejected) {

    /** With the classes of the first split that has any, in the order of their names. */
    static Listing of(Path source, List<ListedPicture> pictures, Map<String, String> rejected) {
        Map<Split, TreeSet<String>> classes = pictures.stream().filter(picture -> picture.className() != null)
                .collect(Collectors.groupingBy(ListedPicture::split, TreeMap::new,
                        Collectors.mapping(ListedPicture::className, Collectors.toCollection(TreeSet::new))));
        return new Listing(source, classes.values().stream().findFirst().map(List::copyOf).orElse(List.of()), pictures,
                rejected);
    }
}

package io.crossline.datasets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.crossline.contracts.ClassNames;
import io.crossline.contracts.ImagePart;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Split;

/**
 * Pictures whose classes stand in a file of COCO annotations; {@link AnnotationRule} says which one class each has. A second
 * file may hold the test split. Picture files lie in the folder of their JSON file, or in one that the spec names.
 */
final class CocoDataset {

    static final String TEST = "test";
    static final String IMAGES = "images";
    static final List<String> OPTIONS = List.of(AnnotationRule.GOOD, AnnotationRule.SEVERAL, TEST, IMAGES);

    private final AnnotationRule rule;
    private final List<ListedPicture> pictures = new ArrayList<>();
    private final Map<String, String> rejected = new LinkedHashMap<>();

    private CocoDataset(AnnotationRule rule) {
        this.rule = rule;
    }

    /** @throws DatasetException if a file is no such JSON, or lists no picture for training that can be used */
    static Dataset open(SpecLocation location, long seed) {
        CocoDataset coco = new CocoDataset(AnnotationRule.of(location.options()));
        coco.add(location, location.path(), Split.TRAIN);
        if (location.options().containsKey(TEST)) {
            coco.add(location, location.sibling(TEST), Split.TEST);
        }
        return new ListedDataset(Listing.of(location.path(), coco.pictures, coco.rejected), seed);
    }

    private void add(SpecLocation location, Path file, Split split) {
        CocoFile content = CocoFile.read(file);
        PictureRoot root = new PictureRoot(
                location.options().containsKey(IMAGES) ? location.sibling(IMAGES) : file.getParent());
        Map<Long, List<CocoFile.Annotation>> annotations = new HashMap<>();
        for (CocoFile.Annotation annotation : content.annotations()) {
            annotations.computeIfAbsent(annotation.imageId(), id -> new ArrayList<>()).add(annotation);
        }
        Map<Long, String> categories = new HashMap<>();
        content.categories().forEach(category -> categories.put(category.id(), ClassNames.normal(category.name())));
        Map<Long, String> seen = new HashMap<>();
        for (int i = 0; i < content.images().size(); i++) {
            CocoFile.Image image = content.images().get(i);
            String item = file.getFileName() + " images[" + i + "]";
            try {
                requireComplete(image, seen.put(image.id(), item));
                String className = rule.className(
                        areas(annotations.getOrDefault(image.id(), List.of()), categories));
                pictures.add(new ListedPicture(item, root.file(image.fileName()), split, className,
                        new ImagePart(null, ClassNames.normal(image.fileName()), null)));
            } catch (DatasetException | InvalidFieldException e) {
                rejected.put(item, "(" + image.fileName() + ") " + e.getMessage());
            }
        }
        annotations.keySet().stream().filter(id -> !seen.containsKey(id)).forEach(id -> rejected.put(
                file.getFileName() + " annotations of image_id " + id,
                "belong to none of images, expected its id there"));
    }

    private static void requireComplete(CocoFile.Image image, String before) {
        if (image.id() == null || image.fileName() == null || image.fileName().isBlank()) {
            throw new DatasetException("lacks id or file_name");
        }
        if (before != null) {
            throw new DatasetException("has the id " + image.id() + " as " + before + ", expected one of its own");
        }
    }

    private static Map<String, Double> areas(List<CocoFile.Annotation> annotations, Map<Long, String> categories) {
        Map<String, Double> areas = new TreeMap<>();
        for (CocoFile.Annotation annotation : annotations) {
            String name = categories.get(annotation.categoryId());
            if (name == null || name.isBlank()) {
                throw new DatasetException("has an annotation with category_id " + annotation.categoryId()
                        + ", expected one of categories, which has " + categories);
            }
            areas.merge(name, annotation.pixels(), Double::sum);
        }
        return areas;
    }
}

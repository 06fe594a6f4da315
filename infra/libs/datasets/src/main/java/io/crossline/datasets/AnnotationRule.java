package io.crossline.datasets;

import java.util.List;
import java.util.Map;

import io.crossline.contracts.ClassNames;
import io.crossline.contracts.InvalidFieldException;

/**
 * Which one class a picture has, by the categories that its annotations name. With one category it is that one. With several,
 * the picture is rejected, or has the one whose annotations cover the largest area in all. Without annotations it is of the good class, or unlabelled where no
 * good class is named.
 *
 * @param goodClass or null
 * @param largest whether the largest area decides where there are several
 */
record AnnotationRule(String goodClass, boolean largest) {

    static final String GOOD = "good";
    static final String SEVERAL = "several";
    private static final List<String> SEVERAL_VALUES = List.of("reject", "largest");

    /** @throws InvalidFieldException for field {@code spec} */
    static AnnotationRule of(Map<String, String> options) {
        String several = options.getOrDefault(SEVERAL, SEVERAL_VALUES.get(0));
        if (!SEVERAL_VALUES.contains(several)) {
            throw new InvalidFieldException(DatasetSpec.FIELD,
                    "has several=" + several + ", expected one of " + String.join(", ", SEVERAL_VALUES));
        }
        return new AnnotationRule(ClassNames.normal(options.get(GOOD)), several.equals("largest"));
    }

    /**
     * @param areas of each category that annotates the picture, in pixels: the sum of its annotations
     * @return null where the class is not known
     * @throws DatasetException if there are several
     */
    String className(Map<String, Double> areas) {
        if (areas.isEmpty()) {
            return goodClass;
        }
        if (areas.size() > 1 && !largest) {
            throw new DatasetException("has annotations of " + areas.keySet()
                    + ", expected one category; with several=largest, the largest area decides");
        }
        double most = areas.values().stream().max(Double::compare).orElseThrow();
        List<String> names = areas.entrySet().stream().filter(area -> area.getValue() == most).map(Map.Entry::getKey)
                .toList();
        if (names.size() > 1) {
            throw new DatasetException("has annotations of the same area, " + most + " pixels, of " + names
                    + ", expected one category with the largest");
        }
        return names.get(0);
    }
}

package io.crossline.datasets.simulator;

import java.util.Arrays;
import java.util.List;

/** What the inspection decides about a part. The ordinal is the label. */
public enum DefectClass {
    GOOD("good"), SCRATCH("scratch"), HOLE("hole"), DENT("dent"), STAIN("stain"), MISSING_FEATURE("missing-feature");

    private final String className;

    DefectClass(String className) {
        this.className = className;
    }

    /** Name of the class in data sets, tables and folders. */
    public String className() {
        return className;
    }

    /** All class names, in label order. */
    public static List<String> classNames() {
        return Arrays.stream(values()).map(DefectClass::className).toList();
    }
}

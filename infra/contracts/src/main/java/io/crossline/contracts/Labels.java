package io.crossline.contracts;

import java.util.Arrays;
import java.util.List;

/**
 * A class index for each image of a batch.
 *
 * @param classNames names of the classes, in the order of their indices; at least one, no two the same
 * @param values one index an image, 0 to {@code classNames.size() - 1}
 */
public record Labels(List<String> classNames, int[] values) {

    public Labels {
        classNames = List.copyOf(Require.present("classNames", classNames));
        Require.present("labels", values);
        Require.that(!classNames.isEmpty(), "classNames", "is empty, expected the name of every class");
        Require.that(classNames.stream().distinct().count() == classNames.size(), "classNames",
                "has the same name twice: " + classNames);
        for (int i = 0; i < values.length; i++) {
            Require.that(values[i] >= 0 && values[i] < classNames.size(), "labels[" + i + "]",
                    "is " + values[i] + ", expected 0 to " + (classNames.size() - 1) + " (" + classNames.size()
                            + " classes)");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels that && classNames.equals(that.classNames) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * classNames.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " labels of " + classNames;
    }
}

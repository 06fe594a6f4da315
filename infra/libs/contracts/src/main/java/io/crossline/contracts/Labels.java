package io.crossline.contracts;

import java.util.Arrays;
import java.util.List;

/**
 * A class index for each image of a batch.
 *
 * @param classNames names of the classes, in the order of their indices; 1 to 1,000, each of 1 to 100 characters, no two the same
 * @param values one index an image, 0 to {@code classNames.size() - 1}
 */
public record Labels(List<String> classNames, int[] values) {

    /** A model's last layer has a row a class; more than this is no inspection of parts. */
    public static final int MOST_CLASSES = 1000;
    /** In characters. */
    public static final int LONGEST_NAME = 100;

    public Labels {
        classNames = ClassNames.normal(Require.present("classNames", classNames));
        Require.present("labels", values);
        Require.that(!classNames.isEmpty(), "classNames", "is empty, expected the name of every class");
        requireNames(classNames);
        for (int i = 0; i < values.length; i++) {
            Require.that(values[i] >= 0 && values[i] < classNames.size(), "labels[" + i + "]",
                    "is " + values[i] + ", expected 0 to " + (classNames.size() - 1) + " (" + classNames.size()
                            + " classes)");
        }
    }

    /**
     * The labels among other classes, by their names.
     *
     * @return one index into {@code others} an image, -1 where they do not have its class
     */
    public int[] among(List<String> others) {
        int[] indices = ClassNames.indices(classNames, others);
        return Arrays.stream(values).map(value -> indices[value]).toArray();
    }

    /** Name of an image's class. */
    public String className(int image) {
        return classNames.get(values[image]);
    }

    /** @throws InvalidFieldException if there are too many names, one is too long or empty, or two are the same */
    static void requireNames(List<String> classNames) {
        Require.that(classNames.size() <= MOST_CLASSES, "classNames",
                "has " + classNames.size() + " names, expected at most " + MOST_CLASSES);
        for (String name : classNames) {
            Require.present("classNames", name);
            Require.that(!name.isBlank() && name.length() <= LONGEST_NAME, "classNames",
                    "has a name of " + name.length() + " characters, expected 1 to " + LONGEST_NAME);
        }
        Require.that(classNames.stream().distinct().count() == classNames.size(), "classNames",
                "has the same name twice: " + classNames);
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

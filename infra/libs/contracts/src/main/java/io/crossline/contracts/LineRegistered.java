package io.crossline.contracts;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the batches of a line look like from now on. Batches that differ are rejected.
 *
 * @param classNames all classes that labels of the line may name; empty as long as nothing labelled has come
 * @param pictures how its images are made of picture files; null where that was registered before there was a choice, or by a batch of
 *        an outside producer
 * @param version 1 for the first registration, one more for each change
 * @param by who or what registered it: a person's name, or {@code first batch}
 * @param reason one sentence for people
 */
public record LineRegistered(String line, ImageShape shape, List<String> classNames, PictureSettings pictures,
        int version, String by, String reason, Instant at) {

    public LineRegistered {
        BatchOrigin.requireLineName(line);
        Require.present("shape", shape);
        classNames = ClassNames.normal(Require.present("classNames", classNames));
        Labels.requireNames(classNames);
        if (pictures != null) {
            pictures.requireFits(shape);
        }
        Require.that(version >= 1, "version", "is " + version + ", expected 1 or more");
        Require.text("by", by);
        Require.text("reason", reason);
        Require.present("at", at);
    }

    /** How images are made of the line's picture files. */
    public PictureSettings pictureSettings() {
        return pictures == null ? PictureSettings.STRETCHED : pictures;
    }

    /**
     * Checks a batch of the line. Labels may name fewer classes than the line has, in any order.
     *
     * @throws InvalidFieldException if its shape is another, or it names a class that the line does not have
     */
    public void requireFits(ImageBatch batch) {
        ImageShape actual = batch.images().shape();
        Require.that(shape.equals(actual), "shape", "is " + actual + ", expected " + shape + ", as line '" + line
                + "' is registered. Change the registration with PUT /lines/" + line + " if the line has changed");
        Set<String> unknown = new HashSet<>(namesOf(batch));
        classNames.forEach(unknown::remove);
        Require.that(classNames.isEmpty() || unknown.isEmpty(), "classNames", "has " + unknown + ", expected some of "
                + classNames + ", as line '" + line + "' is registered. Change the registration with PUT /lines/" + line
                + " if the line has changed");
    }

    /** Whether the batch has labels and none of the line had any before. */
    public boolean lacksClassesOf(ImageBatch batch) {
        return classNames.isEmpty() && !namesOf(batch).isEmpty();
    }

    private static List<String> namesOf(ImageBatch batch) {
        return batch instanceof LabelledBatch labelled ? labelled.labels().classNames() : List.of();
    }
}

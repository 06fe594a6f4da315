package io.crossline.contracts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a line's serving model says of one captured batch.
 *
 * @param sourceTopic with {@code sourcePartition} and {@code sourceOffset} the record that holds the images
 * @param classNames names of the classes, by index
 * @param classes index of the most probable class, an entry an image in the batch's order
 * @param probabilities of those classes, 0 to 1
 * @param unknown whether each image was found unlike all that the model knows of the line, an entry an image: then its class is no
 *        more than a guess; empty where that was not looked for, as in predictions from before
 * @param parts what the sender told of the part that each image shows, an entry an image; empty where it told nothing, as in predictions
 *        from before
 * @param verdicts an entry a part whose picture was cut into tiles; empty where none was
 * @param unusable why each image is no usable frame of the camera, an entry an image, null for a usable one: an unusable image's class says
 *        nothing, and its probability is 0; empty where all are usable, as in predictions from before
 */
public record BatchPredicted(String line, String modelVersion, String sourceTopic, int sourcePartition,
        long sourceOffset, List<String> classNames, List<Integer> classes, List<Double> probabilities,
        List<Boolean> unknown, List<ImagePart> parts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PartVerdict> verdicts,
        List<FrameCheck> unusable,
        Instant at) {

    /** What an image that is marked in {@link #unknown} is served as; no class has this name. */
    public static final String UNKNOWN = "unknown";
    /** What an image with a reason in {@link #unusable} is served as; no class has this name. */
    public static final String UNUSABLE = "unusable";

    public BatchPredicted {
        BatchOrigin.requireLineName(line);
        Require.text("modelVersion", modelVersion);
        Require.text("sourceTopic", sourceTopic);
        Require.that(sourcePartition >= 0, "sourcePartition", "is " + sourcePartition + ", expected 0 or more");
        Require.that(sourceOffset >= 0, "sourceOffset", "is " + sourceOffset + ", expected 0 or more");
        classNames = List.copyOf(Require.present("classNames", classNames));
        classes = List.copyOf(Require.present("classes", classes));
        probabilities = List.copyOf(Require.present("probabilities", probabilities));
        Require.that(classes.size() == probabilities.size(), "probabilities",
                "has " + probabilities.size() + " entries, classes " + classes.size());
        for (int i = 0; i < classes.size(); i++) {
            int index = classes.get(i);
            Require.that(index >= 0 && index < classNames.size(), "classes[" + i + "]",
                    "is " + index + ", expected 0 to " + (classNames.size() - 1));
            double probability = probabilities.get(i);
            Require.that(probability >= 0 && probability <= 1, "probabilities[" + i + "]",
                    "is " + probability + ", expected 0 to 1");
        }
        unknown = unknown == null ? List.of() : List.copyOf(unknown);
        Require.that(unknown.isEmpty() || unknown.size() == classes.size(), "unknown",
                "has " + unknown.size() + " entries, classes " + classes.size());
        parts = parts == null ? List.of() : List.copyOf(parts);
        Require.that(parts.isEmpty() || parts.size() == classes.size(), "parts",
                "has " + parts.size() + " entries, classes " + classes.size());
        verdicts = verdicts == null ? List.of() : List.copyOf(verdicts);
        unusable = marks(unusable);
        Require.that(unusable.isEmpty() || unusable.size() == classes.size(), "unusable",
                "has " + unusable.size() + " entries, classes " + classes.size());
        Require.present("at", at);
    }

    private static List<FrameCheck> marks(List<FrameCheck> unusable) {
        return unusable == null || unusable.stream().allMatch(Objects::isNull)
                ? List.of()
                : Collections.unmodifiableList(new ArrayList<>(unusable));
    }

    /** A prediction without marks, of parts without names. */
    public BatchPredicted(String line, String modelVersion, String sourceTopic, int sourcePartition, long sourceOffset,
            List<String> classNames, List<Integer> classes, List<Double> probabilities, Instant at) {
        this(line, modelVersion, sourceTopic, sourcePartition, sourceOffset, classNames, classes, probabilities,
                List.of(), List.of(), List.of(), List.of(), at);
    }

    /** The same with marks. */
    public BatchPredicted marked(List<Boolean> marks) {
        return new BatchPredicted(line, modelVersion, sourceTopic, sourcePartition, sourceOffset, classNames, classes,
                probabilities, marks, parts, verdicts, unusable, at);
    }

    /** The same with the parts that the images show. */
    public BatchPredicted showing(List<ImagePart> shown) {
        return new BatchPredicted(line, modelVersion, sourceTopic, sourcePartition, sourceOffset, classNames, classes,
                probabilities, unknown, shown, verdicts, unusable, at);
    }

    /**
     * The same with the verdicts on parts whose pictures were cut into tiles.
     *
     * @param goodClass index of the class of parts without a defect; empty where there is none
     */
    public BatchPredicted judged(OptionalInt goodClass) {
        return new BatchPredicted(line, modelVersion, sourceTopic, sourcePartition, sourceOffset, classNames, classes,
                probabilities, unknown, parts, PartVerdict.of(this, goodClass), unusable, at);
    }

    /** The same with the reasons why images are unusable, or null, an entry an image. */
    public BatchPredicted unusable(List<FrameCheck> reasons) {
        return new BatchPredicted(line, modelVersion, sourceTopic, sourcePartition, sourceOffset, classNames, classes,
                probabilities, unknown, parts, verdicts, reasons, at);
    }

    /** The part that an image shows. */
    public ImagePart part(int image) {
        return parts.isEmpty() ? ImagePart.UNNAMED : parts.get(image);
    }

    /** What the image is served as: the name of its class, {@link #UNKNOWN} or {@link #UNUSABLE}. */
    public String verdict(int image) {
        if (isUnusable(image)) {
            return UNUSABLE;
        }
        return isUnknown(image) ? UNKNOWN : classNames.get(classes.get(image));
    }

    public boolean isUnknown(int image) {
        return !unknown.isEmpty() && unknown.get(image);
    }

    public boolean isUnusable(int image) {
        return !unusable.isEmpty() && unusable.get(image) != null;
    }

    /** The same for the same batch and model, however often it is predicted. */
    public String eventId() {
        return sourceTopic + ":" + sourcePartition + ":" + sourceOffset + ":" + modelVersion;
    }
}

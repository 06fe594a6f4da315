package io.crossline.translation.gallery;

import java.util.List;

/** What a generator pair does to one image of every class. */
public record Gallery(String modelVersion, String sourceLine, String targetLine, List<String> classNames,
        List<Column> columns) {

    public Gallery {
        classNames = List.copyOf(classNames);
        columns = List.copyOf(columns);
    }

    /**
     * One class. Images are {@code data:image/png;base64} URIs in their own size.
     *
     * @param targetOriginal an image of the target line: of this class where its test images are labelled (null if there
     *        is none of it), else any
     * @param targetClassName class of {@code targetOriginal}, null where it is not known
     * @param generatedTarget {@code sourceOriginal} with the target's look
     * @param reconstructedSource {@code generatedTarget} with the source's look again
     */
    public record Column(String className, String sourceOriginal, String targetOriginal, String targetClassName,
            String generatedTarget, String reconstructedSource) {}
}

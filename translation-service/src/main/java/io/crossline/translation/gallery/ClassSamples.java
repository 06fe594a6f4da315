package io.crossline.translation.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.LabelledBatch;

/** The first image of every class of a model, by the classes' names, and the first images without label, of a stream of batches. */
final class ClassSamples {

    private final List<String> classNames;
    private final Map<Integer, byte[]> labelled = new TreeMap<>();
    private final List<byte[]> unlabelled = new ArrayList<>();

    ClassSamples(List<String> classNames) {
        this.classNames = List.copyOf(classNames);
    }

    void add(ImageBatch batch) {
        int[] labels = batch instanceof LabelledBatch with ? with.labels().among(classNames) : null;
        for (int i = 0; i < batch.images().count(); i++) {
            if (labels != null) {
                int label = labels[i];
                if (label >= 0 && !labelled.containsKey(label)) {
                    labelled.put(label, batch.images().image(i));
                }
            } else if (unlabelled.size() < classNames.size()) {
                unlabelled.add(batch.images().image(i));
            }
        }
    }

    boolean isLabelled() {
        return !labelled.isEmpty();
    }

    /** An image of the class, or null. */
    byte[] ofClass(int label) {
        return labelled.get(label);
    }

    /** The unlabelled image of this number, or null. */
    byte[] unlabelled(int number) {
        return number < unlabelled.size() ? unlabelled.get(number) : null;
    }
}

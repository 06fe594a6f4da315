package io.crossline.translation.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.LabelledBatch;

/** The first image of every class, and the first images of none, of a stream of batches. */
final class ClassSamples {

    private final int classes;
    private final Map<Integer, byte[]> labelled = new TreeMap<>();
    private final List<byte[]> unlabelled = new ArrayList<>();

    ClassSamples(int classes) {
        this.classes = classes;
    }

    void add(ImageBatch batch) {
        for (int i = 0; i < batch.images().count(); i++) {
            if (batch instanceof LabelledBatch with) {
                int label = with.labels().values()[i];
                if (!labelled.containsKey(label)) {
                    labelled.put(label, batch.images().image(i));
                }
            } else if (unlabelled.size() < classes) {
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

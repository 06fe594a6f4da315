package io.crossline.evaluation.serving;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.SelectionUnavailableException;
import io.crossline.evaluation.scoring.LineImages;

/** Labelled test images of models' source lines, which no model was trained on. */
@ApplicationScoped
public class LabelledTests {

    private final LineImages images;

    LabelledTests(LineImages images) {
        this.images = images;
    }

    /**
     * @param pixels uint8 {@code [N, H, W, C]}
     * @param labels index of each image's class among the model's
     */
    public record LabelledPixels(byte[] pixels, int[] labels) {}

    /**
     * @param atLeast reading ends with the batch that brings so many
     * @return empty where the model has no such images, or they are not on the bus any more
     */
    public Optional<LabelledPixels> of(ServingModel model, int atLeast) {
        DataSelection test = model.manifest().source().test();
        if (test == null) {
            return Optional.empty();
        }
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        List<Integer> labels = new ArrayList<>();
        try {
            images.read(test, model.manifest(), batch -> {
                if (labels.size() < atLeast && batch instanceof LabelledBatch labelled) {
                    pixels.writeBytes(batch.images().pixels());
                    labels.addAll(classes(model, labelled));
                }
            });
        } catch (SelectionUnavailableException e) {
            return Optional.empty();
        }
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(new LabelledPixels(pixels.toByteArray(),
                        labels.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** By the model's order of the classes. */
    private static List<Integer> classes(ServingModel model, LabelledBatch batch) {
        List<Integer> classes = new ArrayList<>();
        for (int label : batch.labels().values()) {
            classes.add(model.manifest().classNames().indexOf(batch.labels().classNames().get(label)));
        }
        return classes;
    }
}

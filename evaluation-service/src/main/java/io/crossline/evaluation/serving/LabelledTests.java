package io.crossline.evaluation.serving;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.crossline.contracts.DataSelection;
import io.crossline.contracts.LabelledBatch;
import io.crossline.kafka.LineImages;
import io.crossline.kafka.SelectionUnavailableException;

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
    public record LabelledPixels(byte[] pixels, int[] labels) {

        /**
         * About as many images in another mix of the classes: the images of a class that is too rare come several times, those of one that
         * is too frequent are the first so many.
         *
         * @param mix share of each class, {@code [K]}
         */
        LabelledPixels inMix(double[] mix) {
            int bytes = pixels.length / labels.length;
            ByteArrayOutputStream drawn = new ByteArrayOutputStream();
            List<Integer> drawnLabels = new ArrayList<>();
            for (int k = 0; k < mix.length; k++) {
                int label = k;
                int[] images = IntStream.range(0, labels.length).filter(i -> labels[i] == label).toArray();
                long wanted = images.length == 0 ? 0 : Math.round(mix[k] * labels.length);
                for (int i = 0; i < wanted; i++) {
                    drawn.write(pixels, images[i % images.length] * bytes, bytes);
                    drawnLabels.add(k);
                }
            }
            return new LabelledPixels(drawn.toByteArray(), drawnLabels.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /**
     * @param atLeast reading ends with the batch that brings so many
     * @return empty where the model has no such images, or they are not in Kafka any more
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
                    int[] known = labelled.labels().among(model.manifest().classNames());
                    for (int i = 0; i < known.length; i++) {
                        if (known[i] >= 0) {
                            pixels.writeBytes(batch.images().image(i));
                            labels.add(known[i]);
                        }
                    }
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
}

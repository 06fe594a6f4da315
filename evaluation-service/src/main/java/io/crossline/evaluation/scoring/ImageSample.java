package io.crossline.evaluation.scoring;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import io.crossline.contracts.ImageBatch;
import io.crossline.contracts.LabelledBatch;

/**
 * A uniform sample of fixed size from a stream of unknown length (Vitter 1985, algorithm R). The same stream gives the
 * same sample.
 */
public final class ImageSample {

    private final int size;
    private final List<String> classNames;
    private final SplittableRandom random = new SplittableRandom(0);
    private final List<byte[]> images = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private long seen;

    /** @param classNames that labels are found among */
    public ImageSample(int size, List<String> classNames) {
        this.size = size;
        this.classNames = List.copyOf(classNames);
    }

    public void add(ImageBatch batch) {
        int[] known = batch instanceof LabelledBatch labelled ? labelled.labels().among(classNames) : null;
        for (int i = 0; i < batch.images().count(); i++) {
            seen++;
            if (images.size() < size) {
                images.add(batch.images().image(i));
                labels.add(label(known, i));
            } else {
                long place = random.nextLong(seen);
                if (place < size) {
                    images.set((int) place, batch.images().image(i));
                    labels.set((int) place, label(known, i));
                }
            }
        }
    }

    int count() {
        return images.size();
    }

    /** Class index of each image, null where it is not known, or none of the classes. */
    List<Integer> labels() {
        return Collections.unmodifiableList(labels);
    }

    /** uint8, {@code [N, H, W, C]} */
    public byte[] pixels() {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        images.forEach(pixels::writeBytes);
        return pixels.toByteArray();
    }

    private static Integer label(int[] known, int image) {
        return known == null || known[image] < 0 ? null : known[image];
    }
}

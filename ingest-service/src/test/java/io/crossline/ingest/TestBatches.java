package io.crossline.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import io.crossline.contracts.BatchOrigin;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Images;
import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Labels;
import io.crossline.contracts.Split;

/** Small labelled batches of noise, the same for the same seed. */
public final class TestBatches {

    public static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    public static final List<String> CLASS_NAMES = List.of("good", "scratch");

    private TestBatches() {}

    public static LabelledBatch labelled(String line, int count, long seed) {
        byte[] pixels = new byte[count * SHAPE.bytes()];
        new Random(seed).nextBytes(pixels);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % CLASS_NAMES.size();
        }
        return new LabelledBatch(new BatchOrigin(line, "noise-" + seed, Split.TRAIN, Instant.now()),
                new Images(SHAPE, count, pixels), new Labels(CLASS_NAMES, labels));
    }
}

package io.crossline.contracts;

import java.time.Instant;
import java.util.List;

/** Small fixed batches for the tests of this module. */
final class Batches {

    static final Instant CAPTURED_AT = Instant.parse("2026-01-02T03:04:05.678Z");

    private Batches() {}

    static LabelledBatch labelled() {
        return new LabelledBatch(origin(null), images(), new Labels(List.of("good", "scratch"), new int[]{0, 1, 1}));
    }

    static UnlabelledBatch unlabelled() {
        return new UnlabelledBatch(origin(null), images());
    }

    static UnlabelledBatch named() {
        Images images = images();
        return new UnlabelledBatch(origin(null), new Images(images.shape(), images.count(), images.pixels(), parts()));
    }

    /** Two tiles of one part, and the first of the next one. */
    static UnlabelledBatch tiled() {
        Images images = images();
        ImagePart part = new ImagePart("P-0001", "cam1/0001.png", CAPTURED_AT);
        return new UnlabelledBatch(origin(null), new Images(images.shape(), images.count(), images.pixels(),
                List.of(part.tile(0, 2), part.tile(1, 2), new ImagePart("P-0002", null, null).tile(0, 2))));
    }

    static List<ImagePart> parts() {
        return List.of(new ImagePart("P-0001", "cam1/0001.png", CAPTURED_AT.plusMillis(1)),
                new ImagePart("Teil ä/2", null, null), ImagePart.UNNAMED);
    }

    static LabelledBatch translated() {
        Translation translation = new Translation("generator-1234abcd", Topics.IMAGES_CAPTURED, 2, 41);
        return new LabelledBatch(origin(translation), images(), labelled().labels());
    }

    static Images images() {
        byte[] pixels = new byte[3 * 2 * 2];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 23);
        }
        return new Images(new ImageShape(1, 2, 2), 3, pixels);
    }

    private static BatchOrigin origin(Translation translation) {
        return new BatchOrigin("line-a", "sim-clean-0001", Split.TRAIN, CAPTURED_AT, translation);
    }
}

package io.crossline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class BatchIdTest {

    @Test
    void captureTimeDoesNotChangeTheIdentity() {
        LabelledBatch batch = Batches.labelled();
        BatchOrigin later = new BatchOrigin(batch.line(), batch.origin().dataset(), batch.split(),
                Batches.CAPTURED_AT.plusSeconds(60));

        assertThat(new LabelledBatch(later, batch.images(), batch.labels()).id()).isEqualTo(batch.id());
    }

    @Test
    void batchesWithoutNamesKeepTheirId() {
        assertThat(Batches.labelled().id())
                .isEqualTo("5c23ae8ede371a5fdd38ecdb968957018cb0e6d5eb5628cf615776c5260d33b5");
        assertThat(Batches.unlabelled().id())
                .isEqualTo("608a50b2330139a11867b1a9397d4559b17bd20b5dd416adb902c54fbc722b36");
    }

    @Test
    void equalPicturesOfOtherPartsAreOtherBatches() {
        assertThat(List.of(Batches.unlabelled().id(), id(new ImagePart("P-1", null, null)),
                id(new ImagePart("P-2", null, null)), id(new ImagePart(null, "P-1", null)),
                id(new ImagePart(null, null, Batches.CAPTURED_AT)),
                id(new ImagePart(null, null, Batches.CAPTURED_AT.plusMillis(1))))).doesNotHaveDuplicates();
        assertThat(id(new ImagePart("P-1", null, null))).isEqualTo(id(new ImagePart("P-1", null, null)));
    }

    private static String id(ImagePart part) {
        Images images = Batches.images();
        return new UnlabelledBatch(Batches.unlabelled().origin(),
                new Images(images.shape(), images.count(), images.pixels(), List.of(part, part, part))).id();
    }

    @Test
    void everythingElseDoes() {
        LabelledBatch batch = Batches.labelled();
        BatchOrigin otherLine = new BatchOrigin("line-b", batch.origin().dataset(), batch.split(), Batches.CAPTURED_AT);
        Labels otherLabels = new Labels(List.of("good", "scratch"), new int[]{1, 1, 1});

        assertThat(List.of(batch.id(), Batches.unlabelled().id(), Batches.translated().id(),
                new LabelledBatch(otherLine, batch.images(), batch.labels()).id(),
                new LabelledBatch(batch.origin(), batch.images(), otherLabels).id())).doesNotHaveDuplicates();
    }
}

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
    void everythingElseDoes() {
        LabelledBatch batch = Batches.labelled();
        BatchOrigin otherLine = new BatchOrigin("line-b", batch.origin().dataset(), batch.split(), Batches.CAPTURED_AT);
        Labels otherLabels = new Labels(List.of("good", "scratch"), new int[]{1, 1, 1});

        assertThat(List.of(batch.id(), Batches.unlabelled().id(), Batches.translated().id(),
                new LabelledBatch(otherLine, batch.images(), batch.labels()).id(),
                new LabelledBatch(batch.origin(), batch.images(), otherLabels).id())).doesNotHaveDuplicates();
    }
}

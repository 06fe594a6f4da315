package io.crossline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.LabelledBatch;
import io.crossline.contracts.Split;

class TwoLineImagesTest {

    @Test
    void isDeterminedByTheSeedAndCutIntoBatches() {
        List<LabelledBatch> batches = TwoLineImages.source(Split.TRAIN, 10, 4, 7);

        assertThat(batches).extracting(batch -> batch.images().count()).containsExactly(4, 4, 2);
        assertThat(batches).isEqualTo(TwoLineImages.source(Split.TRAIN, 10, 4, 7));
        assertThat(batches.get(0).id()).isNotEqualTo(TwoLineImages.source(Split.TRAIN, 10, 4, 8).get(0).id());
        assertThat(batches.get(0).id()).isNotEqualTo(TwoLineImages.source(Split.TEST, 10, 4, 7).get(0).id());
        assertThat(batches.get(0).labels().values()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void theTargetLineIsDarkerInItsBrightestPlaces() {
        assertThat(brightest(TwoLineImages.target(Split.TRAIN, 40, 40, 7)))
                .isLessThan(brightest(TwoLineImages.source(Split.TRAIN, 40, 40, 7)) - 40);
    }

    private static int brightest(List<LabelledBatch> batches) {
        int max = 0;
        for (byte pixel : batches.get(0).images().pixels()) {
            max = Math.max(max, Byte.toUnsignedInt(pixel));
        }
        return max;
    }
}

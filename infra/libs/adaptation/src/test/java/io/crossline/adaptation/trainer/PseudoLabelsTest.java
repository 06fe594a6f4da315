package io.crossline.adaptation.trainer;

import static io.crossline.adaptation.trainer.PseudoLabels.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PseudoLabelsTest {

    private static final PseudoLabels LABELS = new PseudoLabels(
            new float[][]{{0.9f, 0.1f}, {0.6f, 0.4f}, {0.8f, 0.2f}, {0.7f, 0.3f}, {0.45f, 0.55f}});

    @Test
    void eachImageHasItsMostProbableClass() {
        assertThat(LABELS.labels()).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void theSurestOfEachClassAreTrustedAndOfASmallClassOneAtLeast() {
        assertThat(LABELS.trusted(0.5)).containsExactly(0, NONE, 0, NONE, 1);
        assertThat(LABELS.trusted(1)).containsExactly(0, 0, 0, 0, 1);
    }
}

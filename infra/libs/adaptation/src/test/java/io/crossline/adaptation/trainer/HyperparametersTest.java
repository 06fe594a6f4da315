package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.crossline.adaptation.coral.CoralHyperparameters;
import io.crossline.adaptation.dann.DannHyperparameters;
import io.crossline.adaptation.source.FineTuneHyperparameters;
import io.crossline.adaptation.source.SourceHyperparameters;

class HyperparametersTest {

    @Test
    void namedValuesReplaceTheDefaults() {
        DannHyperparameters changed = Hyperparameters.of(DannHyperparameters.NOTEBOOK,
                Map.of("epochs", "7", "domainWeight", "0.3"));

        assertThat(changed.epochs()).isEqualTo(7);
        assertThat(changed.domainWeight()).isEqualTo(0.3);
        assertThat(changed.batch()).isEqualTo(128);
        assertThat(Hyperparameters.of(DannHyperparameters.NOTEBOOK, changed.toMap())).isEqualTo(changed);
    }

    @Test
    void aChoiceIsReadByItsName() {
        assertThat(Hyperparameters.of(DannHyperparameters.NOTEBOOK, Map.of("sampling", "CLASS_BALANCED")).refinements()
                .sampling()).isEqualTo(Sampling.CLASS_BALANCED);
        assertThatThrownBy(() -> Hyperparameters.of(DannHyperparameters.NOTEBOOK, Map.of("sampling", "FAIR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "hyperparameters.sampling is 'FAIR', expected one of [PASSES, SQUARE_ROOT, CLASS_BALANCED]");
    }

    @Test
    void aSmoothedLabelStillSumsToOne() {
        Refinements smoothing = new Refinements(Distortions.NONE, 0, 1, 0, 0, 0.1, 0, 0, Sampling.PASSES);

        assertThat(smoothing.smoothed(new float[]{1, 0, 0, 0, 0, 1, 0, 0}, 4)).containsExactly(
                new float[]{0.925f, 0.025f, 0.025f, 0.025f, 0.025f, 0.925f, 0.025f, 0.025f}, within(1e-6f));
    }

    /** Given methods that compare the features of both lines, when images are to be mixed, then they refuse; self-training does not. */
    @Test
    void mixingIsBoundedAndForLabelledImagesAlone() {
        assertThatThrownBy(() -> Hyperparameters.of(SourceHyperparameters.NOTEBOOK, Map.of("mixup", "11")))
                .hasMessage("hyperparameters.mixup is 11.0, expected 0 to 10");
        assertThatThrownBy(() -> Hyperparameters.of(SourceHyperparameters.NOTEBOOK, Map.of("priorCorrection", "1.1")))
                .hasMessage("hyperparameters.priorCorrection is 1.1, expected 0 to 1");
        assertThatThrownBy(() -> Hyperparameters.of(DannHyperparameters.NOTEBOOK, Map.of("mixup", "1")))
                .hasMessage("hyperparameters.mixup is 1.0, expected 0 where the features of both lines are compared");
        assertThatThrownBy(() -> Hyperparameters.of(CoralHyperparameters.NOTEBOOK, Map.of("mixup", "1")))
                .hasMessageContaining("hyperparameters.mixup");
        FineTuneHyperparameters fineTuning = Hyperparameters.of(FineTuneHyperparameters.NOTEBOOK, Map.of("mixup", "1"));
        assertThatThrownBy(() -> Hyperparameters.of(fineTuning, Map.of("entropyWeight", "0.1")))
                .hasMessageContaining("hyperparameters.mixup");
    }

    @Test
    void wrongOnesAreNamed() {
        assertThatThrownBy(() -> Hyperparameters.of(DannHyperparameters.NOTEBOOK, Map.of("epoch", "7")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hyperparameters.epoch is unknown");
        assertThatThrownBy(() -> Hyperparameters.of(DannHyperparameters.NOTEBOOK, Map.of("epochs", "many")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hyperparameters.epochs is 'many'");
        assertThatThrownBy(() -> Hyperparameters.of(DannHyperparameters.NOTEBOOK, Map.of("epochs", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hyperparameters.epochs is 0, expected 1 or more");
    }
}

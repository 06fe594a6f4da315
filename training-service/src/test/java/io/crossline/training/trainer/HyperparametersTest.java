package io.crossline.training.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.crossline.training.dann.DannHyperparameters;

class HyperparametersTest {

    @Test
    void namedValuesReplaceTheDefaults() {
        DannHyperparameters changed = Hyperparameters.of(DannHyperparameters.SEED,
                Map.of("epochs", "7", "domainWeight", "0.3"));

        assertThat(changed.epochs()).isEqualTo(7);
        assertThat(changed.domainWeight()).isEqualTo(0.3);
        assertThat(changed.batch()).isEqualTo(128);
        assertThat(Hyperparameters.of(DannHyperparameters.SEED, changed.toMap())).isEqualTo(changed);
    }

    @Test
    void aChoiceIsReadByItsName() {
        assertThat(Hyperparameters.of(DannHyperparameters.SEED, Map.of("sampling", "CLASS_BALANCED")).refinements()
                .sampling()).isEqualTo(Sampling.CLASS_BALANCED);
        assertThatThrownBy(() -> Hyperparameters.of(DannHyperparameters.SEED, Map.of("sampling", "FAIR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hyperparameters.sampling is 'FAIR', expected one of [PASSES, CLASS_BALANCED]");
    }

    @Test
    void aSmoothedLabelStillSumsToOne() {
        Refinements smoothing = new Refinements(Distortions.NONE, 0, 1, 0, 0, 0.1, 0, Sampling.PASSES);

        assertThat(smoothing.smoothed(new float[]{1, 0, 0, 0, 0, 1, 0, 0}, 4)).containsExactly(
                new float[]{0.925f, 0.025f, 0.025f, 0.025f, 0.025f, 0.925f, 0.025f, 0.025f}, within(1e-6f));
    }

    @Test
    void wrongOnesAreNamed() {
        assertThatThrownBy(() -> Hyperparameters.of(DannHyperparameters.SEED, Map.of("epoch", "7")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hyperparameters.epoch is unknown");
        assertThatThrownBy(() -> Hyperparameters.of(DannHyperparameters.SEED, Map.of("epochs", "many")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hyperparameters.epochs is 'many'");
        assertThatThrownBy(() -> Hyperparameters.of(DannHyperparameters.SEED, Map.of("epochs", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hyperparameters.epochs is 0, expected 1 or more");
    }
}

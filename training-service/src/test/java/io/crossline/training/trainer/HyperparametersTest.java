package io.crossline.training.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

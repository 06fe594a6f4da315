package io.crossline.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ImageShape;
import io.crossline.networks.tape.ParameterSet;

class AdamTest {

    /** Without gradients, a step with weight decay leaves {@code 1 - rate decay} of every parameter, and the statistics as they are. */
    @Test
    void weightDecayMakesTrainedParametersSmallerAlone() {
        try (Network network = Network.create(Networks.residualFeatureExtractor(new ImageShape(1, 28, 28), 1), 3);
                Adam adam = new Adam(network.parameters(), Adam.BETA1)) {
            ParameterSet.Parameter weights = network.parameters().parameters().get(0);
            double weight = weights.value().getDouble(5);
            double statistic = network.statistics().get(1).getDouble(0);

            adam.step(0.1, 0.5);

            assertThat(weights.value().getDouble(5)).isCloseTo(0.95 * weight, within(1e-7));
            assertThat(network.statistics().get(1).getDouble(0)).isEqualTo(statistic);
        }
    }
}

package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.contracts.ImageShape;
import io.crossline.networks.ClassifierNetworks;

class WeightAverageTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);

    /** Given a student at 1 and an average at 0, when the student stays, then the average follows the warm-up's decays. */
    @Test
    void followsTheStudent() {
        try (ClassifierNetworks networks = ClassifierNetworks.create(SHAPE, 3, 1);
                WeightAverage average = new WeightAverage(networks, 0.15)) {
            values(networks).assign(0);
            values(average.student()).assign(1);

            average.update();
            double first = values(networks).getDouble(5);
            average.update();

            // decays min(0.15, 1/10) and min(0.15, 2/11)
            assertThat(first).isCloseTo(0.9, within(1e-6));
            assertThat(values(networks).getDouble(5)).isCloseTo(0.15 * 0.9 + 0.85, within(1e-6));
            assertThat(values(average.student()).getDouble(5)).isEqualTo(1);
        }
    }

    @Test
    void withoutDecayThereIsOnlyTheStudent() {
        try (ClassifierNetworks networks = ClassifierNetworks.create(SHAPE, 3, 1)) {
            assertThat(new WeightAverage(networks, 0).student()).isSameAs(networks);
        }
    }

    private static INDArray values(ClassifierNetworks networks) {
        return networks.labelClassifier().parameters().values();
    }
}

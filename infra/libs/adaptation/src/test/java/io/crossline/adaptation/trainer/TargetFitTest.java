package io.crossline.adaptation.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

import io.crossline.adaptation.adabn.AdaBnHyperparameters;
import io.crossline.adaptation.adabn.AdaBnTrainer;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Views;
import io.crossline.networks.ClassifierArchitecture;
import io.crossline.networks.ClassifierNetworks;

class TargetFitTest {

    private static final ImageShape SHAPE = new ImageShape(1, 28, 28);
    private static final AdaBnHyperparameters ADABN = new AdaBnHyperparameters(1, 2, 0);

    /** Given a classifier of fresh statistics, when it is fitted, then its features have the spread that training expects. */
    @Test
    void theStatisticsBecomeThoseOfTheImages() {
        UnlabelledImages images = images(70, 1);
        try (ClassifierNetworks networks = residual()) {
            double before = largestStatistic(networks);

            TargetFit.apply(networks, images, Optional.empty(), 3);
            double once = largestStatistic(networks);
            float[] first = networks.featureExtractor().statistics().get(0).dup().data().asFloat();
            TargetFit.apply(networks, images, Optional.empty(), 3);

            assertThat(before).isEqualTo(1);
            assertThat(once).isNotEqualTo(before);
            // found anew, not moved on: twice is the same as once
            assertThat(networks.featureExtractor().statistics().get(0).dup().data().asFloat()).isEqualTo(first);
        }
    }

    @Test
    void theMeanPredictionIsTheMixThatWasTold() {
        UnlabelledImages images = images(200, 2);
        ClassMix mix = new ClassMix(new double[]{0.9, 0.07, 0.03});
        try (ClassifierNetworks networks = residual()) {
            TargetFit.apply(networks, images, Optional.of(mix), 3);

            float[][] probabilities = NetworkPredictions.of(networks, images).probabilities();

            for (int k = 0; k < 3; k++) {
                double mean = 0;
                for (float[] row : probabilities) {
                    mean += row[k] / (double) probabilities.length;
                }
                assertThat(mean).isCloseTo(mix.shares()[k], within(1e-3));
            }
        }
    }

    @Test
    void adaBnChangesStatisticsAlone() {
        UnlabelledImages images = images(40, 3);
        try (ClassifierNetworks networks = residual();
                ClassifierNetworks adapted = new AdaBnTrainer(images, Optional.empty(), ADABN, 1, networks)
                        .train(TrainingListener.none(), Checkpoints.none(), () -> false)) {
            assertThat(largestStatistic(networks)).isEqualTo(1);
            assertThat(largestStatistic(adapted)).isNotEqualTo(1);
            assertThat(adapted.labelClassifier().parameters().values().data().asFloat())
                    .isEqualTo(networks.labelClassifier().parameters().values().data().asFloat());
        }
    }

    @Test
    void adaBnNeedsBatchNormalisation() {
        try (ClassifierNetworks networks = ClassifierNetworks.create(SHAPE, 3, 1)) {
            assertThatThrownBy(() -> new AdaBnTrainer(images(4, 1), Optional.empty(), ADABN, 1, networks))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("preset real");
        }
    }

    private static double largestStatistic(ClassifierNetworks networks) {
        return networks.featureExtractor().statistics().stream().mapToDouble(TargetFitTest::largest).max()
                .orElseThrow();
    }

    private static double largest(INDArray statistic) {
        return statistic.maxNumber().doubleValue();
    }

    private static ClassifierNetworks residual() {
        return ClassifierNetworks.create(ClassifierArchitecture.RESIDUAL, Views.MIRRORED, SHAPE, 3, 7);
    }

    private static UnlabelledImages images(int count, long seed) {
        byte[] pixels = new byte[count * SHAPE.bytes()];
        new Random(seed).nextBytes(pixels);
        return new UnlabelledImages(SHAPE).add(pixels);
    }
}

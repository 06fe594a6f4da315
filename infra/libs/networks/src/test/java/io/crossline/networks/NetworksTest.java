package io.crossline.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;

class NetworksTest {

    private static final long RESIDUAL_PARAMETERS = 303_312;
    /** In each stage two convolutions of 3x3 and C to C channels, each with four numbers a channel for its normalisation. */
    private static final long SECOND_BLOCKS = 2 * (9 * (32 * 32 + 64 * 64 + 128 * 128) + 4 * (32 + 64 + 128));
    private static final ImageShape SEED = new ImageShape(1, 28, 28);

    @Test
    void seedSizedNetworksHaveTheSeedsParameterCounts() {
        try (ClassifierNetworks classifier = ClassifierNetworks.create(SEED, 10, 0);
                Network domain = Network.create(Networks.domainClassifier(), 0);
                Network generator = Network.create(Networks.generator(SEED, 64), 0);
                Network discriminator = Network.create(Networks.discriminator(SEED, 64), 0)) {
            assertThat(classifier.parameterCount()).isEqualTo(504_842);
            assertThat(domain.parameterCount()).isEqualTo(8_386);
            assertThat(generator.parameterCount()).isEqualTo(746_113);
            assertThat(discriminator.parameterCount()).isEqualTo(662_081);
        }
    }

    @ParameterizedTest
    @CsvSource({"64, 3, 3", "128, 6, 1", "256, 9, 1"})
    void largerImagesKeepTheFlattenedSizeBoundedAndGetResidualBlocks(int side, int blocks, int channels) {
        ImageShape shape = new ImageShape(channels, side, side);

        try (Network extractor = Network.create(Networks.featureExtractor(shape), 0)) {
            assertThat(extractor.parameterCount()).isLessThan(900_000);
        }
        assertThat(Networks.residualBlocks(side)).isEqualTo(blocks);
    }

    @ParameterizedTest
    @CsvSource({"28, 256", "256, 28", "64, 96"})
    void imagesNeedNotBeSquare(int height, int width) {
        ImageShape shape = new ImageShape(1, height, width);

        try (Network extractor = Network.create(Networks.featureExtractor(shape), 0);
                Network residual = Network.create(Networks.residualFeatureExtractor(shape, 1), 0);
                Network deep = Network.create(Networks.residualFeatureExtractor(shape, 2), 0);
                Network generator = Network.create(Networks.generator(shape, 8), 0);
                Network discriminator = Network.create(Networks.discriminator(shape, 8), 0)) {
            assertThat(extractor.parameterCount()).isLessThan(1_500_000);
            // it does not depend on the size
            assertThat(residual.parameterCount()).isEqualTo(RESIDUAL_PARAMETERS);
            assertThat(deep.parameterCount()).isEqualTo(RESIDUAL_PARAMETERS + SECOND_BLOCKS);
            assertThat(generator.parameterCount()).isPositive();
            assertThat(discriminator.parameterCount()).isPositive();
        }
    }

    @Test
    void unsupportedShapesAreNamed() {
        assertThatThrownBy(() -> Networks.featureExtractor(new ImageShape(1, 28, 30)))
                .isInstanceOf(InvalidFieldException.class).hasMessageContaining("shape is 28x30x1")
                .hasMessageContaining("28 to 256");
    }

    @Test
    void theSeedDeterminesTheParameters() {
        try (Network one = Network.create(Networks.featureExtractor(SEED), 7);
                Network same = Network.create(Networks.featureExtractor(SEED), 7);
                Network other = Network.create(Networks.featureExtractor(SEED), 8)) {
            assertThat(one.parameters().values().data().asFloat())
                    .isEqualTo(same.parameters().values().data().asFloat())
                    .isNotEqualTo(other.parameters().values().data().asFloat());
        }
    }
}

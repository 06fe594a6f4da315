package io.crossline.networks.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BiasCorrectedTemperatureTest {

    private static final int[] COUNTS = {4000, 4000};

    @Test
    void truePosteriorsStayAsTheyAre() {
        GaussianClasses.Sample sample = GaussianClasses.calibrated(0, 2).draw(COUNTS, 0, 1);

        BiasCorrectedTemperature fitted = BiasCorrectedTemperature.fit(sample.probabilities(), sample.labels());

        assertThat(fitted.scale()).isCloseTo(1, within(0.1));
        assertThat(fitted.bias()[1] - fitted.bias()[0]).isCloseTo(0, within(0.1));
    }

    /** Given posteriors distorted by softmax(3 log p + b), then the inverse is found: 1/3 and -b/3. */
    @Test
    void aDistortionIsUndone() {
        GaussianClasses.Sample sample = new GaussianClasses(new double[]{0, 2}, 3, new double[]{0, 1.5}).draw(COUNTS, 0,
                2);

        BiasCorrectedTemperature fitted = BiasCorrectedTemperature.fit(sample.probabilities(), sample.labels());

        assertThat(fitted.scale()).isCloseTo(1.0 / 3, within(0.02));
        assertThat(fitted.bias()[1] - fitted.bias()[0]).isCloseTo(-0.5, within(0.1));
        // the condition of the likelihood's maximum: as much of each class as there are labels
        double mean = 0;
        for (double[] row : fitted.apply(sample.probabilities())) {
            mean += row[0] / sample.labels().length;
        }
        assertThat(mean).isCloseTo(0.5, within(1e-3));
    }

    /** Given labels that are all predicted rightly, then the fit stays finite. */
    @Test
    void labelsWithoutAnErrorHaveAFit() {
        float[][] probabilities = {{0.9f, 0.1f}, {1, 0}, {0.2f, 0.8f}, {0, 1}};

        BiasCorrectedTemperature fitted = BiasCorrectedTemperature.fit(probabilities, new int[]{0, 0, 1, 1});

        assertThat(fitted.scale()).isFinite().isPositive();
        assertThat(fitted.apply(probabilities)[1][0]).isGreaterThan(0.99);
    }

    @Test
    void labelsThatDoNotGoWithTheProbabilitiesAreRefused() {
        float[][] two = {{0.5f, 0.5f}, {0.5f, 0.5f}};

        assertThatIllegalArgumentException().isThrownBy(() -> BiasCorrectedTemperature.fit(two, new int[]{0}))
                .withMessage("1 labels of 2 images, expected as many");
        assertThatIllegalArgumentException().isThrownBy(() -> BiasCorrectedTemperature.fit(two, new int[]{0, 2}))
                .withMessage("label 2, expected 0 to 1");
        assertThatIllegalArgumentException().isThrownBy(() -> BiasCorrectedTemperature.fit(two, new int[]{0, 0}))
                .withMessage("class 1 has no labelled image, expected at least one");
        assertThatIllegalArgumentException().isThrownBy(() -> BiasCorrectedTemperature.fit(new float[0][], new int[0]));
    }
}

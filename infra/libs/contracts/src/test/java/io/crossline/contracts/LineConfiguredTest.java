package io.crossline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineConfiguredTest {

    private static final List<String> CLASSES = List.of("good", "scratch");

    @Test
    void aLineMayBeConfiguredInPart() {
        // Given
        String json = """
                {"line": "line-b", "escapeCost": 1, "overkillCost": 1, "by": "Ada", "reason": "first",
                 "at": "2026-01-02T03:04:05.678Z"}""";

        // When
        LineConfigured read = Json.decode(json.getBytes(StandardCharsets.UTF_8), LineConfigured.class);

        // Then
        assertThat(read.expectedMix()).isNull();
        assertThat(read.goodClass()).isNull();
        assertThat(read.maxEscapes()).isNull();
        assertThatNoException().isThrownBy(() -> read.requireClasses(CLASSES));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void costsArePositiveNumbers(double cost) {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> configured(null, null, cost, 1, null))
                .withMessage("escapeCost is " + cost + ", expected more than 0");
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> configured(null, null, 1, cost, null))
                .withMessage("overkillCost is " + cost + ", expected more than 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void theLimitOfEscapesIsAShare(double limit) {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> configured(null, null, 1, 1, limit))
                .withMessage("maxEscapes is " + limit + ", expected a share from 0 to 1");
    }

    @ParameterizedTest
    @CsvSource({"dent>=0.9, good, expectedMix names the class 'dent'", "good=0.9, Good, goodClass is 'Good'"})
    void classesAreTheLines(String mix, String good, String message) {
        LineConfigured configured = configured(ExpectedMix.parse(mix), good, 1, 1, null);

        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> configured.requireClasses(CLASSES))
                .withMessage(message + ", expected one of [good, scratch]");
    }

    @Test
    void aBackboneIsNamedByItsHash() {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> new LineConfigured("line-b", null, null, 1, 1, null, true, "resnet50.onnx", "Ada",
                        "test", Batches.CAPTURED_AT))
                .withMessage("backbone is 'resnet50.onnx', expected 64 hex digits");
    }

    private static LineConfigured configured(ExpectedMix mix, String good, double escape, double overkill,
            Double maxEscapes) {
        return new LineConfigured("line-b", mix, good, escape, overkill, maxEscapes, true, null, "Ada", "test",
                Batches.CAPTURED_AT);
    }
}

package io.crossline.ingest.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.crossline.contracts.ImageShape;
import io.crossline.contracts.InvalidFieldException;
import io.crossline.contracts.Split;

class SimulatorSpecTest {

    @Test
    void aProfileAloneGetsTheDefaults() {
        SimulatorSpec spec = SimulatorSpec.parse("sim:clean");

        assertThat(spec.line()).isEqualTo(SimulatedLine.CLEAN);
        assertThat(spec.count(Split.TRAIN)).isEqualTo(SimulatorSpec.DEFAULT_IMAGES);
        assertThat(spec.count(Split.TEST)).isEqualTo(SimulatorSpec.DEFAULT_TEST);
        assertThat(spec.count(Split.CALIBRATION)).isZero();
        assertThat(SimulatorSpec.parse("clean")).isEqualTo(spec);
    }

    @Test
    void readsItsOptions() {
        SimulatorSpec spec = SimulatorSpec.parse("worn?images=60&test=12&mix=good:3,dent");

        assertThat(spec.line()).isEqualTo(SimulatedLine.WORN);
        assertThat(spec.images()).isEqualTo(60);
        assertThat(spec.test()).isEqualTo(12);
        LineSimulator line = spec.open(Split.TRAIN, new ImageShape(1, 28, 28), 1);
        for (int i = 0; i < 60; i++) {
            assertThat(line.image(i).defectClass()).isIn(DefectClass.GOOD, DefectClass.DENT);
        }
    }

    @Test
    void classNamesStandInLabelOrder() {
        assertThat(DefectClass.classNames()).containsExactly("good", "scratch", "hole", "dent", "stain",
                "missing-feature");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "sim:shiny | profile | clean, worn, dim, tilted, glare, aging, relamped",
            "sim: | profile | clean, worn",
            "clean?pictures=5 | option | images, test, mix",
            "clean?images=many | images | whole number",
            "clean?images=0 | images | 1.0 to 1000000.0",
            "clean?test=-1 | test | 0.0 to 1000000.0",
            "clean?mix=rust:2 | mix | good, scratch, hole, dent, stain, missing-feature",
            "clean?mix=good:lots | mix | a number",
            "clean?mix=good:0 | mix | above 0",
            "clean?mix=good:-1 | mix.good | 0.0 to",
    })
    void namesTheOptionAtFault(String text, String field, String expected) {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> SimulatorSpec.parse(text))
                .withMessageContaining(expected).satisfies(e -> assertThat(e.field()).isEqualTo(field));
    }
}

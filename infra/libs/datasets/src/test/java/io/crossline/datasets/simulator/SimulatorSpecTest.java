package io.crossline.datasets.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    void aPieceOfAnAgeingLineMovesFromItsBeginToItsEnd() {
        SimulatorSpec spec = SimulatorSpec.parse("sim:clean?to=worn&at=0.2&until=0.4&images=100&test=10");

        Drift drift = spec.stretch().drift(spec.images());

        assertThat(drift.at(0)).isEqualTo(Profiles.CLEAN.towards(Profiles.WORN, 0.2));
        assertThat(drift.at(50).wear()).isCloseTo(0.3 * Profiles.WORN.wear(), within(1e-9));
        assertThat(drift.at(100)).isEqualTo(Profiles.CLEAN.towards(Profiles.WORN, 0.4));
        assertThat(drift.at(105)).as("the test images go on where the others end").isEqualTo(drift.at(100));
    }

    @Test
    void withoutAnEndAPieceStaysWhereItBegins() {
        Drift drift = SimulatorSpec.parse("worn?to=glare&at=0.5").stretch().drift(200);

        assertThat(drift.moves()).isFalse();
        assertThat(drift.at(199)).isEqualTo(Profiles.WORN.towards(Profiles.GLARE, 0.5));
    }

    @Test
    void piecesOfOneWayShareNoImageNotEvenWhereTheirProfilesMeet() {
        ImageShape shape = new ImageShape(1, 28, 28);
        Set<String> seen = new HashSet<>();

        for (String piece : List.of("clean", "clean?to=worn&at=0", "clean?to=worn&at=0.3",
                "clean?to=worn&at=0.3&until=0.35", "clean?to=worn&at=0.3&until=0.4", "clean?to=glare&at=0.3")) {
            seen.add(Arrays.toString(SimulatorSpec.parse(piece).open(Split.TRAIN, shape, 1).image(0).pixels()));
        }

        assertThat(seen).hasSize(6);
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
            "clean?pictures=5 | option | images, test, mix, to, at, until",
            "clean? | option | images, test",
            "clean?images=many | images | whole number",
            "clean?images=0 | images | 1.0 to 1000000.0",
            "clean?test=-1 | test | 0.0 to 1000000.0",
            "clean?mix=rust:2 | mix | good, scratch, hole, dent, stain, missing-feature",
            "clean?mix=good:lots | mix | a number",
            "clean?mix=good:0 | mix | above 0",
            "clean?mix=good:-1 | mix.good | 0.0 to",
            "clean?at=0.3 | at | is given, but not to",
            "clean?until=0.3 | until | is given, but not to",
            "clean?to=worn | at | is missing, expected 0 to 1",
            "clean?to=shiny&at=0 | to | clean, worn, dim",
            "clean?to=aging&at=0.3 | to | 'aging', which drifts itself",
            "relamped?to=worn&at=0.3 | profile | 'relamped', which drifts itself",
            "clean?to=worn&at=half | at | a number from 0 to 1",
            "clean?to=worn&at=1.1 | at | 0.0 to 1.0",
            "clean?to=worn&at=0&until=-1 | until | 0.0 to 1.0",
            "clean?to=worn&at=NaN | at | 0.0 to 1.0",
    })
    void namesTheOptionAtFault(String text, String field, String expected) {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> SimulatorSpec.parse(text))
                .withMessageContaining(expected).satisfies(e -> assertThat(e.field()).isEqualTo(field));
    }
}

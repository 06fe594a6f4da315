package io.crossline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.crossline.contracts.ExpectedMix.Share;

class ExpectedMixTest {

    private static final List<String> CLASSES = List.of("good", "scratch", "hole");

    @ParameterizedTest
    @ValueSource(strings = {"good=0.98", "good>=0.9", "scratch<=0.05", "good>=0.9,good<=0.95", "good=0.5,hole=0.25"})
    void itsTextIsWhatItWasReadFrom(String text) {
        assertThat(ExpectedMix.parse(text)).hasToString(text);
        assertThat(Json.decode(Json.encode(ExpectedMix.parse(text)), ExpectedMix.class))
                .isEqualTo(ExpectedMix.parse(text));
    }

    @Test
    void aShareLeavesTheRestToTheOthers() {
        List<Share> shares = ExpectedMix.parse(" good >= 0.9 ").of(CLASSES);

        assertThat(shares.get(0)).isEqualTo(new Share(0.9, 1));
        assertThat(shares.get(1).least()).isZero();
        assertThat(shares.get(1).most()).isCloseTo(0.1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"good=0.98, 0.98, 0.01", "good>=0.9, 0.95, 0.025", "scratch<=0.2, 0.45, 0.1"})
    void theCentreIsTheMiddleOfWhatIsNamedAndEvenElsewhere(String text, double good, double scratch) {
        double[] centre = ExpectedMix.parse(text).centre(CLASSES);

        assertThat(centre[0]).isCloseTo(good, within(1e-12));
        assertThat(centre[1]).isCloseTo(scratch, within(1e-12));
        assertThat(centre[0] + centre[1] + centre[2]).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"good|CLASS=SHARE", "good=1.2|0 to 1", "good=x|CLASS=SHARE",
            "good=0.7,hole=0.6|at most 1", "good>=0.9,good<=0.8|least <= most", "''|must not be empty"})
    void whatIsNoMixSaysWhatWasExpected(String text, String expected) {
        assertThatThrownBy(() -> ExpectedMix.parse(text)).isInstanceOf(InvalidFieldException.class)
                .hasMessageStartingWith("expectedMix").hasMessageContaining(expected);
    }

    @Test
    void aMixMustFitTheClasses() {
        assertThatThrownBy(() -> ExpectedMix.parse("fine=0.9").of(CLASSES)).hasMessageContaining("'fine'")
                .hasMessageContaining("[good, scratch, hole]");
        assertThatThrownBy(() -> ExpectedMix.parse("good=0.1,scratch=0.1,hole<=0.2").of(CLASSES))
                .hasMessageContaining("at least 1 together");
    }
}

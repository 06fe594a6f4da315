package io.crossline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoodClassTest {

    @ParameterizedTest
    @ValueSource(strings = {"good", "OK", "Free", "none", "Normal", "PASS"})
    void itIsFoundByItsName(String name) {
        assertThat(GoodClass.of(List.of("scratch", name, "hole"), null)).hasValue(1);
    }

    @Test
    void theToldNameCountsBeforeTheOthers() {
        assertThat(GoodClass.of(List.of("good", "brilliant"), "brilliant")).hasValue(1);
    }

    @Test
    void ofSeveralThatMeanItTheFirstOfTheListCounts() {
        assertThat(GoodClass.of(List.of("none", "ok"), null)).hasValue(1);
    }

    @Test
    void digitsHaveNone() {
        assertThat(GoodClass.of(List.of("0", "1", "2"), null)).isEmpty();
    }

    @Test
    void aToldNameThatNoClassHasIsAnError() {
        assertThatThrownBy(() -> GoodClass.of(List.of("good", "hole"), "fine"))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("goodClass").hasMessageContaining("'fine'")
                .hasMessageContaining("[good, hole]");
    }
}

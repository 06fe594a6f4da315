package io.crossline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import org.junit.jupiter.api.Test;

class ClassComparisonTest {

    private static final String COMPOSED = "gepr\u00fcft";
    private static final String DECOMPOSED = "gepru\u0308ft";
    private static final List<String> SOURCE = List.of("good", "scratch", "dent");

    @Test
    void anotherOrderIsNoDifference() {
        ClassComparison compared = ClassComparison.of(SOURCE, List.of("dent", "good", "scratch"));

        assertThat(compared.areSame()).isTrue();
        assertThat(compared.common()).isEqualTo(SOURCE);
        assertThat(compared.note()).isNull();
    }

    @Test
    void whatIsMissingAndWhatIsFurtherIsNamedWithItsLikelyPair() {
        ClassComparison compared = ClassComparison.of(SOURCE, List.of("Good", "crack", "scratch"));

        assertThat(compared.common()).containsExactly("scratch");
        assertThat(compared.missing()).containsExactly("good", "dent");
        assertThat(compared.further()).containsExactly("Good", "crack");
        assertThat(compared.likely()).containsOnlyKeys("Good").containsValue("good");
        assertThat(compared.note()).isEqualTo("The target lacks 'good', 'dent'. "
                + "The target has 'Good', 'crack' besides, which no model of the source answers with. "
                + "'Good' is likely to mean 'good': class names are compared letter by letter. "
                + "Accuracy on the target is measured on its images of 'scratch'.");
    }

    @Test
    void noCommonClassIsSaid() {
        assertThat(ClassComparison.of(SOURCE, List.of("crack")).note()).endsWith("No class is common to both.");
    }

    @Test
    void composedAndDecomposedNamesAreOneClass() {
        assertThat(ClassComparison.of(List.of(COMPOSED), List.of(DECOMPOSED)).areSame()).isTrue();
        assertThat(new Labels(List.of(DECOMPOSED), new int[]{0}).classNames()).containsExactly(COMPOSED);
        assertThat(new GivenLabel("t", 0, 0, 0, DECOMPOSED).className()).isEqualTo(COMPOSED);
        assertThat(ExpectedMix.parse(DECOMPOSED + "=0.9").of(List.of(COMPOSED, "dent"))).hasSize(2);
        assertThat(GoodClass.of(List.of("dent", COMPOSED), DECOMPOSED)).hasValue(1);
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> new Labels(List.of(COMPOSED, DECOMPOSED), new int[]{0}))
                .withMessageContaining("has the same name twice");
    }

    @Test
    void labelsAreFoundAmongOtherClassesByTheirNames() {
        Labels labels = new Labels(List.of("crack", "dent", "good"), new int[]{2, 0, 1, 2});

        assertThat(labels.among(SOURCE)).containsExactly(0, -1, 2, 0);
        assertThat(labels.className(1)).isEqualTo("crack");
    }
}

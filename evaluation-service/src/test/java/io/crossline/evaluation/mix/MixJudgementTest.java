package io.crossline.evaluation.mix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.crossline.contracts.ExpectedMix;
import io.crossline.networks.shift.MixEstimate;

class MixJudgementTest {

    private static final List<String> CLASSES = List.of("good", "scratch");
    private static final MixEstimate ESTIMATE = new MixEstimate(new double[]{0.71, 0.29}, new double[]{0.66, 0.24},
            new double[]{0.76, 0.34}, true);

    @Test
    void aConflictIsToldInOneLine() {
        LineMix mix = judged("good>=0.9", "good", ESTIMATE);

        assertThat(mix.conflict()).isTrue();
        assertThat(mix.summary()).isEqualTo("Told: good at least 90 %. Estimated from the newest 400 images: good 71 %"
                + " (66 to 76 %). One of the two is wrong.");
        assertThat(mix.classes().get(1)).isEqualTo(new LineMix.ClassShare("scratch", 0.29, 0.24, 0.34, 0.1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            good>=0.7              | false | Told: good at least 70 %.
            good=0.77              | false | Told: good 77 %.
            good=0.775             | true  | Told: good 78 %.
            good=0.655             | false | Told: good 66 %.
            good=0.64              | true  | Told: good 64 %.
            scratch<=0.2           | true  | Told: scratch at most 20 %.
            good>=0.5,good<=0.8    | false | Told: good 50 to 80 %.
            good>=0.985,scratch=0.005 | true | Told: good at least 98.5 %, scratch 0.5 %.
            """)
    void boundsOutsideOfTheIntervalByMoreThanAPointAreAConflict(String told, boolean conflict, String words) {
        LineMix mix = judged(told, "good", ESTIMATE);

        assertThat(mix.conflict()).isEqualTo(conflict);
        assertThat(mix.summary()).startsWith(words);
        assertThat(mix.summary().contains("One of the two is wrong.")).isEqualTo(conflict);
    }

    @Test
    void whatNobodyToldContradictsNothing() {
        assertThat(judged(null, "scratch", ESTIMATE).summary())
                .isEqualTo("Estimated from the newest 400 images: scratch 29 % (24 to 34 %).");
        assertThat(judged(null, null, ESTIMATE).summary())
                .isEqualTo("Estimated from the newest 400 images: good 71 % (66 to 76 %).");
        assertThat(judged(null, null, ESTIMATE).conflict()).isFalse();
        assertThat(judged(null, null, ESTIMATE).classes().get(0).within()).isNull();
    }

    @Test
    void anEstimateThatContradictsItselfIsSaidToBeUnsure() {
        MixEstimate unsure = new MixEstimate(ESTIMATE.shares(), ESTIMATE.least(), ESTIMATE.most(), false);

        LineMix mix = judged("good>=0.9", "good", unsure);

        assertThat(mix.agreed()).isFalse();
        assertThat(mix.summary()).contains("One of the two is wrong. The estimate is not sure: two ways");
    }

    @Test
    void whatDoesNotGoWithTheClassesIsLeftOut() {
        LineMix mix = MixJudgement.of("line-b", "dann-1", 400, CLASSES, ESTIMATE, null, ExpectedMix.parse("dent=0.1"),
                null);

        assertThat(mix.conflict()).isFalse();
        assertThat(mix.summary()).isEqualTo("Told: dent 10 %, which does not go with the model's classes."
                + " Estimated from the newest 400 images: good 71 % (66 to 76 %).");
        assertThat(MixJudgement.fitting(ExpectedMix.parse("dent=0.1"), CLASSES)).isNull();
        assertThat(MixJudgement.fitting(null, CLASSES)).isNull();
        assertThat(MixJudgement.fitting(ExpectedMix.parse("good=0.1"), CLASSES)).isNotNull();
    }

    private static LineMix judged(String told, String good, MixEstimate estimate) {
        return MixJudgement.of("line-b", "dann-1", 400, CLASSES, estimate, told == null ? null : new double[]{0.9, 0.1},
                told == null ? null : ExpectedMix.parse(told), good);
    }
}

package io.crossline.monitoring.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.Json;
import io.crossline.contracts.Method;

class RecommendationTest {

    private final ModelStandIn line = new ModelStandIn(75, 75, 75, 75);
    private final Contender source = contender(Method.SOURCE, line.skilled(0.6, 1));

    @Test
    void theBestOfSeveralBetterModelsIsRecommended() {
        Recommendation recommendation = Recommendation.of(source,
                List.of(contender(Method.DANN, line.skilled(0.8, 2)), contender(Method.CORAL, line.skilled(0.97, 3)),
                        contender(Method.TEACHER, line.skilled(0.4, 4))),
                7);

        assertThat(recommendation.method()).isEqualTo(Method.CORAL);
        assertThat(recommendation.modelVersion()).isEqualTo("coral-1");
        assertThat(recommendation.reason()).startsWith("Recommended: coral (").contains("of 6 validators");
        assertThat(recommendation.comparisons()).extracting(Recommendation.Comparison::method)
                .containsExactly(Method.DANN, Method.CORAL, Method.TEACHER);
        assertThat(recommendation.comparisons()).allSatisfy(
                comparison -> assertThat(comparison.verdict().validators()).hasSize(6));
    }

    @Test
    void noneIsRecommendedWhereNoneIsSurelyBetter() {
        Recommendation recommendation = Recommendation.of(source,
                List.of(contender(Method.DANN, line.skilled(0.6, 1)), contender(Method.CORAL, line.skilled(0.4, 3))),
                7);

        assertThat(recommendation.modelVersion()).isNull();
        assertThat(recommendation.method()).isNull();
        assertThat(recommendation.reason()).isEqualTo("No method is surely better than the source classifier.");
        assertThat(recommendation.comparisons()).hasSize(2);
    }

    /** Given 95 % good parts and a source classifier that calls them defects, then the told mix alone proves it wrong. */
    @Test
    void aToldMixProvesTheSourceClassifierWrong() {
        ModelStandIn rare = new ModelStandIn(380, 7, 7, 6);
        double[] mix = {0.95, 0.02, 0.02, 0.01};
        Evidence wrong = rare.always(1, 1).expecting(mix);
        Evidence adapted = rare.skilled(0.97, 2).expecting(mix);

        assertThat(ToldMix.wrongAtLeast(wrong)).isCloseTo(0.98, within(1e-9));
        assertThat(ToldMix.wrongAtLeast(adapted)).isLessThan(0.05);
        assertThat(Recommendation.of(contender(Method.SOURCE, wrong), List.of(contender(Method.DANN, adapted)), 7)
                .method()).isEqualTo(Method.DANN);
    }

    /** Given answers that keep the mix, then it proves nothing. */
    @Test
    void aToldMixThatIsKeptProvesNothing() {
        double[] mix = {0.25, 0.25, 0.25, 0.25};
        Contender kept = contender(Method.SOURCE, line.skilled(0.6, 1).expecting(mix));
        Contender other = contender(Method.DANN, line.skilled(0.6, 2).expecting(mix));

        assertThat(ToldMix.provesBetter(kept.evidence(), other.evidence(),
                Recommendation.of(kept, List.of(other), 7).comparisons().get(0))).isFalse();
    }

    /** Given a model that is as sure and as steady as a right one, and whose answers no other model gives, then the ensemble objects. */
    @Test
    void aModelThatTheOthersContradictIsNotRecommended() {
        Contender sure = contender(Method.TEACHER, line.shifted(0.97, 4));
        List<Contender> withOthers = List.of(contender(Method.DANN, line.skilled(0.9, 2)),
                contender(Method.CORAL, line.skilled(0.9, 3)), sure);

        assertThat(Recommendation.of(source, List.of(sure), 7).method()).isEqualTo(Method.TEACHER);
        Recommendation recommendation = Recommendation.of(source, withOthers, 7);

        assertThat(recommendation.comparisons().get(2).surelyBetter()).isFalse();
        assertThat(recommendation.method()).isIn(Method.DANN, Method.CORAL);
    }

    @Test
    void aCollapsedModelIsNotRecommendedWhateverTheVotes() {
        Recommendation recommendation = Recommendation.of(source, List.of(contender(Method.DANN, line.always(0, 2))),
                7);

        assertThat(recommendation.comparisons().get(0).verdict().classCollapse()).isTrue();
        assertThat(recommendation.modelVersion()).isNull();
    }

    @Test
    void theSameEvidenceGivesTheSameRecommendationAndSurvivesJson() {
        List<Contender> others = List.of(contender(Method.DANN, line.skilled(0.9, 2)));

        Recommendation first = Recommendation.of(source, others, 7);

        assertThat(Recommendation.of(source, others, 7)).isEqualTo(first);
        assertThat(Json.decode(Json.encode(first), Recommendation.class)).isEqualTo(first);
    }

    private static Contender contender(Method method, Evidence evidence) {
        return new Contender(method.id() + "-1", method, evidence);
    }
}

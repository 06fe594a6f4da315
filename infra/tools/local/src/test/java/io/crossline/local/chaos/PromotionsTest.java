package io.crossline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.ModelPromoted;

class PromotionsTest {

    private static final ModelPromoted FIRST = promoted("m-1", null, "2026-01-01T10:00:00Z");
    private static final ModelPromoted SECOND = promoted("m-2", "m-1", "2026-01-01T11:00:00Z");
    private static final ModelPromoted THIRD = promoted("m-1", "m-2", "2026-01-01T12:00:00Z");

    @Test
    void theSameInTheSameOrderIsEqualAlsoWhereOneIsToldTwice() {
        assertThat(equal(List.of(FIRST, SECOND, THIRD))).isTrue();
        assertThat(equal(List.of(FIRST, SECOND, SECOND, THIRD, THIRD))).isTrue();
        assertThat(Promotions.of(List.of(), List.of()).equal()).isTrue();
    }

    @Test
    void onesThatAreMissingOrChangePlacesAreNotEqual() {
        assertThat(equal(List.of(FIRST, SECOND))).isFalse();
        assertThat(equal(List.of(FIRST, THIRD))).isFalse();
        assertThat(equal(List.of(FIRST, THIRD, SECOND))).isFalse();
        assertThat(equal(List.of())).isFalse();
    }

    @Test
    void anOldOneThatIsToldAgainAtTheEndLeavesTheTopicWithAnotherChampion() {
        Promotions promotions = Promotions.of(List.of(THIRD, SECOND, FIRST), List.of(FIRST, SECOND, THIRD, SECOND));

        assertThat(promotions.equal()).isFalse();
        assertThat(promotions.difference()).contains("the table has 3 and ends with m-1 of 2026-01-01T12:00:00Z",
                "the topic has 4 and ends with m-2");
    }

    private static boolean equal(List<ModelPromoted> topic) {
        return Promotions.of(List.of(THIRD, SECOND, FIRST), topic).equal();
    }

    private static ModelPromoted promoted(String model, String previous, String at) {
        return new ModelPromoted("line-a", model, previous, "Ada", "test", Instant.parse(at));
    }
}

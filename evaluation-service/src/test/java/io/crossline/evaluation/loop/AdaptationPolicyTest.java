package io.crossline.evaluation.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class AdaptationPolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void aNeedOpensACycleWhereNothingSpeaksAgainstIt() {
        assertThat(AdaptationPolicy.refusal(settings(true, false), null, 0, 400, NOW)).isEmpty();
        assertThat(AdaptationPolicy.refusal(settings(true, false), NOW.minusSeconds(60), 2, 400, NOW)).isEmpty();
    }

    @Test
    void aLineThatIsSwitchedOffOrPinnedIsLeftAlone() {
        assertThat(AdaptationPolicy.refusal(settings(false, false), null, 0, 400, NOW)).hasValue(
                "the loop is off for this line");
        assertThat(AdaptationPolicy.refusal(settings(true, true), null, 0, 400, NOW)).hasValue(
                "the champion is pinned");
    }

    @Test
    void cooldownBudgetAndImagesAreBounds() {
        assertThat(AdaptationPolicy.refusal(settings(true, false), NOW.minusSeconds(59), 0, 400, NOW).orElseThrow())
                .contains("less than 60 s ago");
        assertThat(AdaptationPolicy.refusal(settings(true, false), null, 3, 400, NOW).orElseThrow())
                .contains("the budget is 3");
        assertThat(AdaptationPolicy.refusal(settings(true, false), null, 0, 399, NOW).orElseThrow())
                .contains("399 images");
    }

    private static LoopSettings settings(boolean enabled, boolean pinned) {
        return new LoopSettings(enabled, pinned, Duration.ofSeconds(60), 3, 0.1, 400, 4, "Ada", "test", NOW);
    }
}

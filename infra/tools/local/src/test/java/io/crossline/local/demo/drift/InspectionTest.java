package io.crossline.local.demo.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

class InspectionTest {

    private static final double EXACT = 1e-12;

    private final NavigableMap<Integer, LoopWindow> windows = new TreeMap<>();

    /** Given two windows with other champions, when the loop is inspected, then the counts of both are added before shares are taken. */
    @Test
    void theLoopIsInspectedOverAllItsModels() {
        window(1, "one", Map.of("good", Map.of("good", 90, "dent", 10), "dent", Map.of("dent", 1, "good", 1)));
        window(2, "two", Map.of("good", Map.of("good", 100), "hole", Map.of("dent", 2)));

        Inspection loop = Inspection.of("loop", windows, null);

        assertThat(loop.balancedAccuracy()).isCloseTo((190 / 200.0 + 1 / 2.0 + 0) / 3, within(EXACT));
        assertThat(loop.escapes()).isCloseTo(1 / 4.0, within(EXACT));
        assertThat(loop.overkill()).isCloseTo(10 / 200.0, within(EXACT));
    }

    /** Given a model that predicted one window only, when it is inspected, then by that window alone. */
    @Test
    void aFrozenModelIsInspectedWhereItPredicted() {
        window(1, "one", Map.of("good", Map.of("good", 3, "dent", 1)));
        window(2, "two", Map.of("good", Map.of("dent", 4)));

        assertThat(Inspection.of("source", windows, "one").overkill()).isCloseTo(1 / 4.0, within(EXACT));
        assertThat(Inspection.of("source", windows, "one").escapes()).isNull();
        assertThat(Inspection.of("source", windows, "three")).isNull();
    }

    /** Given mostly good parts, when the loop is told apart from the source model, then by balanced accuracy and not by accuracy. */
    @Test
    void theVerdictOnMostlyGoodPartsIsByBalancedAccuracy() {
        Figures figures = new Figures(2, 2, 0.5, 0.5, 0.9, -0.4, 1, 0, 0, 0, null, 0, 1);

        assertThat(Verdict.ofMostlyGood(figures, List.of(new Inspection("source", 0.6, null, null),
                new Inspection("loop", 0.75, null, null))).get(0).result()).isEqualTo(Verdict.Result.MET);
        assertThat(Verdict.ofMostlyGood(figures, List.of(new Inspection("source", 0.61, null, null),
                new Inspection("loop", 0.75, null, null))).get(0).result()).isEqualTo(Verdict.Result.MISSED);
        assertThat(Verdict.ofMostlyGood(figures, List.of()).get(0).result()).isEqualTo(Verdict.Result.UNKNOWN);
    }

    private void window(int number, String champion, Map<String, Map<String, Integer>> counts) {
        windows.put(number, new LoopWindow(champion, "captured", 0, number, false, false, false, "", null, null,
                Recorded.minute(number), List.of(new LoopWindow.Score(champion, "champion", null, null, counts))));
    }
}

package io.crossline.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class ChaosReportTest {

    @Test
    void theJsonHasTheseFieldsInThisOrder() {
        assertThat(new ChaosReport(4, 100, 99, 2, 1, 6, 5, Map.of("line-a", 1), true, false, 41.5).toJson())
                .isEqualToIgnoringNewLines("""
                        {
                          "faults" : 4,
                          "sent" : 100,
                          "predicted" : 99,
                          "doubled" : 2,
                          "lost" : 1,
                          "deadLetters" : 6,
                          "expectedDeadLetters" : 5,
                          "championsPerLine" : {
                            "line-a" : 1
                          },
                          "auditWhole" : true,
                          "promotionsEqual" : false,
                          "longestOutageSeconds" : 41.5
                        }
                        """);
    }

    @Test
    void doubledPredictionsOfOneEventMissNoBar() {
        assertThat(report(0, 1, true, true).missed(0)).isEmpty();
    }

    @Test
    void eachBarThatIsMissedIsTold() {
        assertThat(report(3, 2, false, false).missed(1)).containsExactly("3 of 100 batches have no prediction.",
                "1 batches have predictions with different event ids.", "Line line-a has 2 champions, expected 1.",
                "The audit is broken, or could not be verified.", "Table and topic do not have the same promotions.");
        assertThat(report(0, 0, true, true).missed(0)).containsExactly("Line line-a has 0 champions, expected 1.");
    }

    private static ChaosReport report(int lost, int champions, boolean auditWhole, boolean promotionsEqual) {
        return new ChaosReport(4, 100, 100 - lost, 2, lost, 6, 5, Map.of("line-a", champions), auditWhole,
                promotionsEqual, 12);
    }
}

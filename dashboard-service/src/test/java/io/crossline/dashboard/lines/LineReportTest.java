package io.crossline.dashboard.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.crossline.contracts.Json;

class LineReportTest {

    private static final String HEAD = "kind,at,line,model,images,drifted,confirmed_drift,estimated_accuracy,"
            + "estimate_low,estimate_high,counted_accuracy,by,text";
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant ONE = Instant.parse("2026-11-24T13:00:00Z");
    private static final Instant TWO = Instant.parse("2026-11-24T14:00:00Z");

    @Test
    void windowsAndPromotionsAreRowsOldestFirst() {
        String report = report(List.of(window(ONE, "darker by 22 %")), List.of(promotion(NOON, "steadier")), 9);

        assertThat(report.split("\r\n")).containsExactly(HEAD,
                "promotion,2026-11-24T12:00:00Z,line-b,dann-1,,,,,,,,Ada,steadier",
                "window,2026-11-24T13:00:00Z,line-b,dann-1,200,true,false,0.9,0.85,0.95,,,darker by 22 %");
    }

    @Test
    void whatIsOutsideThePeriodIsLeftOut() {
        String report = report(List.of(window(TWO, "late"), window(NOON.minusMillis(1), "early")), List.of(), 9);

        assertThat(report).isEqualTo(HEAD + "\r\n");
    }

    @Test
    void textsAreQuotedAndNeverAFormula() {
        assertThat(report(List.of(), List.of(promotion(NOON, "a \"b\", c")), 9)).contains(",\"a \"\"b\"\", c\"\r\n");
        assertThat(report(List.of(), List.of(promotion(NOON, "=1+1")), 9)).contains(",'=1+1\r\n");
    }

    @Test
    void itSaysWhereEarlierWindowsAreMissing() {
        assertThat(report(List.of(window(ONE, "x")), List.of(), 1).split("\r\n")[1])
                .startsWith("note,2026-11-24T13:00:00Z,line-b").contains("only the newest 1 were read");
        assertThat(report(List.of(window(ONE, "x")), List.of(), 2)).doesNotContain("note");
    }

    private static String report(List<Object> windows, List<Object> promotions, int most) {
        return LineReport.csv("line-b", Json.mapper().valueToTree(windows), Json.mapper().valueToTree(promotions),
                NOON, TWO, most);
    }

    private static Map<String, Object> window(Instant at, String diagnosis) {
        return Map.of("modelVersion", "dann-1", "at", at.toString(), "images", 200, "drifted", true, "confirmed",
                false, "estimate", Map.of("accuracy", 0.9, "low", 0.85, "high", 0.95), "diagnosis", diagnosis);
    }

    private static Map<String, Object> promotion(Instant at, String reason) {
        return Map.of("modelVersion", "dann-1", "at", at.toString(), "by", "Ada", "reason", reason);
    }
}

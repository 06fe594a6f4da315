package io.crossline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;

class ReportTest {

    private static final Report REPORT = new Report("idx:mnist", "libsvm:usps", "quick", 7, "cpu", "good=0.95", null,
            null, List.of(
                    new Report.Row("source", 0.9871, 0.7668, 0.0, TestFigures.NONE, Map.of(), Map.of(), 41.5, 3120.4,
                            "source-3f2a9c1d"),
                    new Report.Row("coral", 0.98, null, null, TestFigures.NONE, Map.of(), Map.of(), 125.0, 2000.0,
                            "coral-0d4e5f6a")));

    @Test
    void theJsonIsExactlyThis() {
        assertThat(REPORT.toJson()).isEqualTo("""
                {
                  "source" : "idx:mnist",
                  "target" : "libsvm:usps",
                  "preset" : "quick",
                  "seed" : 7,
                  "backend" : "cpu",
                  "expectedMix" : "good=0.95",
                  "recommended" : null,
                  "recommendation" : null,
                  "rows" : [ {
                    "method" : "source",
                    "sourceAccuracy" : 0.9871,
                    "targetAccuracy" : 0.7668,
                    "improvement" : 0.0,
                    "sourceBalancedAccuracy" : null,
                    "sourceBalancedAccuracyInterval" : null,
                    "targetBalancedAccuracy" : null,
                    "targetBalancedAccuracyInterval" : null,
                    "targetEscapes" : null,
                    "targetEscapesInterval" : null,
                    "targetOverkill" : null,
                    "targetOverkillInterval" : null,
                    "trainSeconds" : 41.5,
                    "imagesPerSecond" : 3120.4,
                    "modelVersion" : "source-3f2a9c1d"
                  }, {
                    "method" : "coral",
                    "sourceAccuracy" : 0.98,
                    "targetAccuracy" : null,
                    "improvement" : null,
                    "sourceBalancedAccuracy" : null,
                    "sourceBalancedAccuracyInterval" : null,
                    "targetBalancedAccuracy" : null,
                    "targetBalancedAccuracyInterval" : null,
                    "targetEscapes" : null,
                    "targetEscapesInterval" : null,
                    "targetOverkill" : null,
                    "targetOverkillInterval" : null,
                    "trainSeconds" : 125.0,
                    "imagesPerSecond" : 2000.0,
                    "modelVersion" : "coral-0d4e5f6a"
                  } ]
                }
                """);
    }

    @Test
    void theTableShowsWhatIsKnown() {
        assertThat(SummaryText.table(REPORT).lines()).containsExactly(
                "  method   source accuracy   target accuracy   improvement    training   images/s",
                " -------- ----------------- ----------------- ------------- ----------- ----------",
                "  source            0.9871            0.7668             -        42 s       3120",
                "  coral             0.9800                 -             -   2 min 5 s       2000");
    }

    @Test
    void balancedAccuracyEscapesAndOverkillAreShownWhereTheyExist() throws Exception {
        Report.Row dann = Report.Row.of(Json.mapper().readTree("""
                {"method":"dann","sourceAccuracy":0.98,"targetAccuracy":0.99,"improvement":0.2,
                 "targetBalancedAccuracy":0.88,"targetBalancedAccuracyInterval":{"low":0.8,"high":0.93},
                 "targetEscapes":0.09,"targetEscapesInterval":{"low":0.05,"high":0.16},"targetOverkill":0.0004,
                 "targetOverkillInterval":null,"trainSeconds":30,"imagesPerSecond":900,"modelVersion":"dann-1"}"""));
        Report report = new Report("sim:clean", "sim:worn", "quick", 0, "cpu", "good=0.95", "dann",
                "Recommended: dann (4 of 5).",
                List.of(dann));

        assertThat(SummaryText.table(report).lines().map(line -> line.replaceAll(" +", " ").strip())).containsExactly(
                "method source accuracy target accuracy improvement balanced escapes overkill training images/s",
                "-------- ----------------- ----------------- ------------- ---------- --------- ---------- ---------- ----------",
                "dann 0.9800 0.9900 +0.2000 0.8800 0.0900 0.0004 30 s 900");
        JsonNode json = Json.mapper().readTree(report.toJson());
        assertThat(json.path("recommended").asText()).isEqualTo("dann");
        assertThat(json.path("recommendation").asText()).isEqualTo("Recommended: dann (4 of 5).");
        JsonNode row = json.path("rows").path(0);
        assertThat(row.path("targetEscapes").asDouble()).isEqualTo(0.09);
        assertThat(row.path("targetEscapesInterval").path("high").asDouble()).isEqualTo(0.16);
        assertThat(row.path("targetOverkillInterval").isNull()).isTrue();
        assertThat(row.path("sourceBalancedAccuracy").isNull()).isTrue();
    }

    @Test
    void theFindingSaysHowMuchOfTheLossIsWonBack() {
        Report report = new Report("sim:clean", "sim:worn?mix=good:95,scratch:5&test=4000", "quick", 0, "cpu", null,
                null,
                null,
                List.of(new Report.Row("source", 0.99, 0.59, 0.0, TestFigures.NONE, Map.of(), Map.of(), 1.0, 1.0,
                        "source-1"),
                        new Report.Row("dann", 0.98, 0.89, 0.3, TestFigures.NONE, Map.of(), Map.of(), 1.0, 1.0,
                                "dann-1")));

        assertThat(SummaryText.finding(report)).contains(
                "The classifier of sim:clean is right on 99.0 % of its own line's test images and on 59.0 % of sim:worn's.\n"
                        + "Without a single target label, dann brings it to 89.0 %: 75.0 % of the loss is won back.");
    }

    @Test
    void aMethodThatHarmsIsNamed() {
        Report report = new Report("sim:clean", "sim:worn", "quick", 0, "cpu", null, null, null,
                List.of(new Report.Row("source", 0.99, 0.59, 0.0, TestFigures.NONE, Map.of(), Map.of(), 1.0, 1.0,
                        "source-1"),
                        new Report.Row("cyclegan", 0.9, 0.48, -0.11, TestFigures.NONE, Map.of(), Map.of(), 1.0, 1.0,
                                "cyclegan-1"),
                        new Report.Row("dann", 0.98, 0.89, 0.3, TestFigures.NONE, Map.of(), Map.of(), 1.0, 1.0,
                                "dann-1")));

        assertThat(SummaryText.warning(report))
                .contains("Worse on the target than the source-only classifier: cyclegan (-0.1100).");
        assertThat(SummaryText.warning(REPORT)).isEmpty();
    }

    /** Given a report of a line of whose mix nothing was told, when it is put into words, then they say what it holds for. */
    @Test
    void anUntoldMixIsSaid() {
        assertThat(SummaryText.mix(REPORT)).isEmpty();
        assertThat(SummaryText.mix(new Report("sim:clean", "sim:worn?images=500", "quick", 0, "cpu", null, null, null,
                List.of()))).hasValueSatisfying(
                        text -> assertThat(text)
                                .contains("mix of classes on sim:worn: the result holds for an even mix only"));
    }

    /** Given a target with an image of a class that the models do not know, then the summary says what was measured. */
    @Test
    void onWhichClassesItWasMeasuredIsSaid() {
        Report.Row row = new Report.Row("source", 0.99, 0.59, 0.0, TestFigures.NONE, Map.of("good", 40L, "dent", 0L),
                Map.of("Good", 3L), 1.0, 1.0, "source-1");

        assertThat(SummaryText.measured(report(row))).contains(
                "Accuracy on b is measured on 40 images of 'good'; 3 images of 'Good' are not scored.");
        assertThat(SummaryText.measured(report(new Report.Row("source", 0.99, 0.59, 0.0, TestFigures.NONE,
                Map.of("good", 40L), Map.of(), 1.0, 1.0, "source-1")))).isEmpty();
    }

    private static Report report(Report.Row row) {
        return new Report("a", "b", "quick", 0, "cpu", null, null, null, List.of(row));
    }
}

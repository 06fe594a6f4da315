package io.crossline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Report REPORT = new Report("idx:mnist", "libsvm:usps", "quick", 7, "cpu", List.of(
            new Report.Row("source", 0.9871, 0.7668, 0.0, 41.5, 3120.4, "source-3f2a9c1d"),
            new Report.Row("coral", 0.98, null, null, 125.0, 2000.0, "coral-0d4e5f6a")));

    @Test
    void theJsonIsExactlyThis() {
        assertThat(REPORT.toJson()).isEqualTo("""
                {
                  "source" : "idx:mnist",
                  "target" : "libsvm:usps",
                  "preset" : "quick",
                  "seed" : 7,
                  "backend" : "cpu",
                  "rows" : [ {
                    "method" : "source",
                    "sourceAccuracy" : 0.9871,
                    "targetAccuracy" : 0.7668,
                    "improvement" : 0.0,
                    "trainSeconds" : 41.5,
                    "imagesPerSecond" : 3120.4,
                    "modelVersion" : "source-3f2a9c1d"
                  }, {
                    "method" : "coral",
                    "sourceAccuracy" : 0.98,
                    "targetAccuracy" : null,
                    "improvement" : null,
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
    void theFindingSaysHowMuchOfTheLossIsWonBack() {
        Report report = new Report("sim:clean", "sim:worn", "quick", 0, "cpu",
                List.of(new Report.Row("source", 0.99, 0.59, 0.0, 1.0, 1.0, "source-1"),
                        new Report.Row("dann", 0.98, 0.89, 0.3, 1.0, 1.0, "dann-1")));

        assertThat(SummaryText.finding(report)).contains(
                "The classifier of sim:clean is right on 99.0 % of its own line's test images and on 59.0 % of sim:worn's.\n"
                        + "Without a single target label, dann brings it to 89.0 %: 75.0 % of the loss is won back.");
    }

    @Test
    void aMethodThatHarmsIsNamed() {
        Report report = new Report("sim:clean", "sim:worn", "quick", 0, "cpu",
                List.of(new Report.Row("source", 0.99, 0.59, 0.0, 1.0, 1.0, "source-1"),
                        new Report.Row("cyclegan", 0.9, 0.48, -0.11, 1.0, 1.0, "cyclegan-1"),
                        new Report.Row("dann", 0.98, 0.89, 0.3, 1.0, 1.0, "dann-1")));

        assertThat(SummaryText.warning(report))
                .contains("Worse on the target than the source-only classifier: cyclegan (-0.1100).");
        assertThat(SummaryText.warning(REPORT)).isEmpty();
    }
}

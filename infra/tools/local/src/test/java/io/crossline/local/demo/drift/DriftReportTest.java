package io.crossline.local.demo.drift;

import static io.crossline.local.demo.drift.Recorded.ADAPTED;
import static io.crossline.local.demo.drift.Recorded.SOURCE;
import static io.crossline.local.demo.drift.Recorded.score;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class DriftReportTest {

    private static final AgeingScript SCRIPT = new AgeingScript(
            List.of(new Phase(Phase.Kind.AGEING, 1, "clean", "worn", 0.3, 0.9, null),
                    new Phase(Phase.Kind.LAMP, 1, "worn", "glare", 0.5, 0.5, null)),
            Duration.ZERO);

    @TempDir
    Path folder;

    private final Recorded run = new Recorded();

    @Test
    void theJsonIsExactlyThis() {
        run.windows.put(1, new LoopWindow(ADAPTED, "captured", 0, 1, false, false, false, "", null, 0.96,
                Recorded.minute(1), List.of(new LoopWindow.Score(SOURCE, "compared",
                        new LoopWindow.Estimate(0.75, 0.7, 0.8), 0.8, Map.of()))));
        run.windows.put(2, new LoopWindow(ADAPTED, "captured", 0, 3, true, true, false, "brighter by 9 %",
                new LoopWindow.Estimate(0.9, 0.85, 0.95), 0.94, Recorded.minute(2), List.of()));

        assertThat(report().toJson()).isEqualTo("""
                {
                  "line" : "line-b",
                  "seed" : 7,
                  "sourceModel" : "source-1",
                  "adaptedModel" : "teacher-1",
                  "curves" : [ {
                    "name" : "source",
                    "points" : [ {
                      "window" : 1,
                      "trueAccuracy" : 0.8,
                      "estimatedAccuracy" : 0.75,
                      "low" : 0.7,
                      "high" : 0.8
                    } ]
                  }, {
                    "name" : "adapted",
                    "points" : [ {
                      "window" : 1,
                      "trueAccuracy" : 0.96,
                      "estimatedAccuracy" : null,
                      "low" : null,
                      "high" : null
                    }, {
                      "window" : 2,
                      "trueAccuracy" : 0.94,
                      "estimatedAccuracy" : 0.9,
                      "low" : 0.85,
                      "high" : 0.95
                    } ]
                  }, {
                    "name" : "loop",
                    "points" : [ {
                      "window" : 1,
                      "trueAccuracy" : 0.96,
                      "estimatedAccuracy" : null,
                      "low" : null,
                      "high" : null
                    }, {
                      "window" : 2,
                      "trueAccuracy" : 0.94,
                      "estimatedAccuracy" : 0.9,
                      "low" : 0.85,
                      "high" : 0.95
                    } ]
                  } ],
                  "events" : [ {
                    "window" : 2,
                    "kind" : "drift",
                    "text" : "brighter by 9 %: drift confirmed",
                    "modelVersion" : "teacher-1",
                    "at" : "2026-11-24T14:02:00Z"
                  } ],
                  "figures" : {
                    "windows" : 2,
                    "scoredWindows" : 2,
                    "loopMean" : 0.95,
                    "adaptedMean" : 0.95,
                    "sourceMean" : 0.8,
                    "loopAboveSource" : 0.1499999999999999,
                    "detectionWindows" : 1,
                    "promotions" : 0,
                    "promotionsOnClassMix" : 0,
                    "rollbacks" : 0,
                    "worstPromotion" : null,
                    "comparedPromotions" : 0,
                    "seconds" : 650.5
                  },
                  "inspections" : [ ],
                  "verdicts" : [ {
                    "result" : "met",
                    "text" : "The loop's mean true accuracy is 0.9500; asked: at least 0.93."
                  }, {
                    "result" : "met",
                    "text" : "The loop is 15.0 points above the frozen source model; asked: at least 15."
                  }, {
                    "result" : "met",
                    "text" : "The change of the lamp was detected in window 1 from then; asked: within 5."
                  }, {
                    "result" : "met",
                    "text" : "The change of the class mix promoted nothing."
                  }, {
                    "result" : "unknown",
                    "text" : "The loop promoted nothing, so no promotion can have done harm."
                  }, {
                    "result" : "met",
                    "text" : "The demo took 10 min 51 s; asked: at most 12 min 0 s."
                  } ]
                }
                """);
    }

    @Test
    void theChartIsWellFormedAndHasTheThreeCurvesAndTheMarks() throws Exception {
        run.window(1, ADAPTED, 0.9, false, false, score(SOURCE, "compared", 0.7)).window(2, ADAPTED, 0.8, true, true,
                score(SOURCE, "compared", 0.6));

        String chart = CurvesChart.of(SCRIPT, report());

        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(chart.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(3);
        assertThat(document.getElementsByTagName("polygon").getLength()).as("the estimate's interval").isEqualTo(1);
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("window 2: darker by 22 %: drift confirmed");
        assertThat(chart).contains("the lamp is changed", "source model, frozen: 0.650", "the loop: 0.850");
    }

    @Test
    void theChartOfNothingIsAChartStill() {
        assertThat(CurvesChart.of(SCRIPT, report())).endsWith("</svg>\n").doesNotContain("NaN");
    }

    @Test
    void theTextShowsABarAWindowAndTheMeansOfEachPart() {
        run.window(1, ADAPTED, 1, false, false, score(SOURCE, "compared", 0.7)).window(2, ADAPTED, 0.8, true, true,
                score(SOURCE, "compared", 0.3));

        assertThat(DriftText.chart(SCRIPT, report().curves()).lines().skip(2)).containsExactly(
                "  source    ▅▁                                                  0.5000",
                "  adapted   █▆                                                  0.9000",
                "  loop      █▆                                                  0.9000");
        assertThat(DriftText.table(SCRIPT, report().curves()).lines().skip(3)).containsExactly(
                "  the lamp is changed                                          2-2   0.3000    0.8000   0.8000",
                "  all                                                          1-2   0.5000    0.9000   0.9000");
    }

    @Test
    void theChartLiesBesideTheReport() {
        assertThat(new DriftJob(null, 0, folder.resolve("report.json")).chart())
                .isEqualTo(folder.resolve("report.svg"));
        assertThat(new DriftJob(null, 0, folder.resolve("run.7")).chart()).isEqualTo(folder.resolve("run.7.svg"));
    }

    private DriftReport report() {
        List<Curve> curves = Curve.of(run.windows, SOURCE, ADAPTED);
        Figures figures = Figures.of(SCRIPT, run.windows, run.cycles, run.promotions, curves,
                Duration.ofMillis(650_500));
        return new DriftReport("line-b", 7, SOURCE, ADAPTED, curves,
                new LoopEvents().news(run.windows, run.cycles, run.promotions), figures, List.of(),
                Verdict.of(figures));
    }
}

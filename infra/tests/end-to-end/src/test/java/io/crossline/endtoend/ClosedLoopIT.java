package io.crossline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;

import io.crossline.contracts.Json;

/** A line in use that changes, across all services: a real job, a real gate, the page, and the training repeated. */
@Order(Integer.MAX_VALUE)
@ExtendWith(RunningCrossline.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedLoopIT {

    private static final String LINE = "worn";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** What a page shows where its script has put nothing into words. */
    private static final Pattern NOTHING = Pattern.compile("\\b(null|undefined|NaN)\\b");

    private CrosslineProcess crossline;
    private Rest ingest;
    private Rest training;
    private Rest evaluation;
    private String champion;
    private JsonNode cycle;

    /** Given a served line whose light fades and whose loop is off, when a person adapts it now, then a candidate meets the champion. */
    @BeforeAll
    void theLineDrifts(CrosslineProcess running) throws IOException {
        crossline = running;
        ingest = new Rest(running.service("ingest"));
        training = new Rest(running.service("training"));
        evaluation = new Rest(running.service("evaluation"));
        champion = Json.mapper().readTree(running.report().toFile()).path("rows").path(2).path("modelVersion").asText();
        evaluation.put("/lines/" + LINE + "/champion", with("modelVersion", champion));
        evaluation.put("/lines/" + LINE + "/loop", with("enabled", false));

        capture("sim:worn?to=dim&at=0.6&images=400&test=0", 101);
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1))
                .until(() -> evaluation.get("/lines/" + LINE + "/predictions").size() >= 4);
        evaluation.post("/lines/" + LINE + "/cycles", with("useLabels", false));

        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            cycle = evaluation.get("/lines/" + LINE + "/cycles").path(0);
            return !cycle.path("gate").isMissingNode() && !cycle.path("gate").isNull();
        });
    }

    @Test
    void theGateRecordsWhatSpokeForAndAgainstTheCandidate() {
        assertThat(cycle.path("champion").asText()).isEqualTo(champion);
        assertThat(cycle.path("trigger").asText()).isEqualTo("person");
        assertThat(evaluation.get("/lines/" + LINE + "/windows").path(0).path("scores")).isNotEmpty();
        assertThat(cycle.path("gate").path("validators")).hasSize(5).allSatisfy(
                validator -> assertThat(validator.path("low").asDouble())
                        .isLessThanOrEqualTo(validator.path("high").asDouble()));
        assertThat(cycle.path("gate").path("reason").asText()).isNotBlank();
    }

    /** Given the gate's verdict, when the line goes on, then the champion is the one that the verdict allows. */
    @Test
    void theVerdictDecidesWhoServes() {
        boolean accepted = cycle.path("gate").path("verdict").asText().equals("ACCEPTED");

        capture("sim:worn?to=dim&at=0.6&images=800&test=0", 102);

        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1))
                .until(() -> evaluation.get("/lines/" + LINE + "/windows").size() >= (accepted ? 4 : 6));
        JsonNode line = evaluation.get("/lines/" + LINE + "");
        assertThat(line.path("servingModel")).isEqualTo(line.path("champion").path("modelVersion"));
        if (!accepted) {
            assertThat(line.path("servingModel").asText()).isEqualTo(champion);
        }
        assertThat(evaluation.get("/audit/verification").path("intact").asBoolean()).isTrue();
    }

    /** Given the candidate's manifest, when its training is repeated, then the parameters are the same, bit for bit. */
    @Test
    void theTrainingCanBeRepeated() {
        String job = training.post("/replays", Map.of("modelVersion", cycle.path("candidate").asText())).path("jobId")
                .asText();

        JsonNode[] ended = new JsonNode[1];
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            ended[0] = training.get("/jobs/" + job);
            return ended[0].path("state").asText().matches("COMPLETED|FAILED");
        });
        assertThat(ended[0].path("message").asText()).contains("The parameters are the same, bit for bit");
    }

    @Test
    void thePageShowsTheLine() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.browser().newPage();
            page.navigate(crossline.dashboard() + "/line.html?line=" + LINE);
            Locator gate = page.locator("#gate tbody tr");

            PlaywrightAssertions.assertThat(gate)
                    .hasCount(5, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
            PlaywrightAssertions.assertThat(page.locator("#accuracy canvas").first()).isVisible();
            PlaywrightAssertions.assertThat(page.locator("#audit")).containsText("intact");
            PlaywrightAssertions.assertThat(page.locator("body")).not().containsText(NOTHING);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of(System.getProperty("crossline.output"), "screenshots", "line.png")));
        }
    }

    /** Given a line that a model serves, when a person asks what serves it now, then the page says who promoted it and what it learnt from. */
    @Test
    void thePageSaysWhatServedAtAMoment() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(375, 800));
            page.navigate(crossline.dashboard() + "/line.html?line=" + LINE);
            Locator served = page.locator("#served");
            PlaywrightAssertions.assertThat(served.getByRole(AriaRole.BUTTON))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));

            served.getByRole(AriaRole.BUTTON).click();

            PlaywrightAssertions.assertThat(served.getByRole(AriaRole.STATUS))
                    .containsText(Pattern.compile(" served at .* Promoted .* by .*: .*Trained on images of "));
            PlaywrightAssertions.assertThat(served).not().containsText(NOTHING);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(375);
        }
    }

    /** Given a picture that waits for a label, when a person presses a class's key, then it has that label and the next one is shown. */
    @Test
    void oneKeyLabelsAPicture() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.browser().newPage();
            page.navigate(crossline.dashboard() + "/line.html?line=" + LINE);
            Locator labelling = page.locator("#labelling");
            Locator picture = labelling.getByRole(AriaRole.GROUP);
            PlaywrightAssertions.assertThat(picture)
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
            labelling.getByLabel("Your name").fill("Ada");
            String shown = picture.locator("img").getAttribute("src");

            picture.press("1");

            PlaywrightAssertions.assertThat(labelling.getByRole(AriaRole.STATUS)).containsText("Labelled good.");
            PlaywrightAssertions.assertThat(picture.locator("img")).not().hasAttribute("src", shown);
            assertThat(evaluation.get("/lines/" + LINE + "/labels").path("byClass").path("good").asInt()).isEqualTo(1);
            // the queue begins with a picture that was drawn at random
            assertThat(evaluation.get("/audit?line=" + LINE).findValuesAsText("action")).startsWith("proven",
                    "labelled");
        }
    }

    private void capture(String spec, int seed) {
        String id = ingest.post("/ingestions",
                Map.of("line", LINE, "spec", spec, "seed", seed, "labels", "all", "batchSize", 100)).path("id")
                .asText();
        Awaitility.await().atMost(PATIENCE)
                .until(() -> ingest.get("/ingestions/" + id).path("state").asText().equals("COMPLETED"));
    }

    private static Map<String, Object> with(String field, Object value) {
        return Map.of(field, value, "by", "Ada", "reason", "end-to-end test");
    }
}

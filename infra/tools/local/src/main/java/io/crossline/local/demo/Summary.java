package io.crossline.local.demo;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.contracts.Json;
import io.crossline.contracts.Method;
import io.crossline.local.UserError;
import io.crossline.local.console.Durations;
import io.crossline.local.console.ProgressBoard;
import io.crossline.local.console.ProgressRow;
import io.crossline.local.console.Terminal;
import io.crossline.local.rest.RestClient;
import io.crossline.local.rest.Ticker;

/** Waits until the evaluation service has scored every model of an adaptation that was trained, and compared them. */
public final class Summary {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String SOURCE_ONLY = Method.SOURCE.id();

    private final RestClient evaluation;
    private final Ticker ticker;
    private final Terminal terminal;

    public Summary(RestClient evaluation, Ticker ticker, Terminal terminal) {
        this.evaluation = evaluation;
        this.ticker = ticker;
        this.terminal = terminal;
    }

    /**
     * @param asked the methods that the summary shall show
     * @throws UserError if nothing new is scored for ten minutes
     */
    public Report await(DemoJob job, Adaptation.Result trained, List<String> asked) throws InterruptedException {
        Set<String> expected = new HashSet<>(trained.completed());
        expected.retainAll(asked);
        long began = System.nanoTime();
        long lastNews = began;
        Set<String> scored = Set.of();
        JsonNode summary = Json.mapper().createObjectNode();
        try (ProgressBoard board = new ProgressBoard(terminal, "train cyclegan")) {
            ProgressRow row = board.row("evaluate");
            while (!scored.containsAll(expected)) {
                Optional<JsonNode> answer = evaluation.poll("/adaptations/" + trained.adaptationId() + "/summary");
                summary = answer.orElse(summary);
                Set<String> now = scored(summary);
                if (!now.equals(scored)) {
                    lastNews = System.nanoTime();
                    scored = now;
                }
                row.running(expected.isEmpty() ? 1 : (double) scored.size() / expected.size(),
                        "%d of %d models scored".formatted(scored.size(), expected.size()));
                if (System.nanoTime() - lastNews > PATIENCE.toNanos()) {
                    row.failed("no news for " + Durations.text(PATIENCE));
                    throw new UserError(
                            "The evaluation service has scored %s of %s and nothing new for %s; see 'infra/crossline logs evaluation'."
                                    .formatted(scored, expected, Durations.text(PATIENCE)));
                }
                if (!scored.containsAll(expected)) {
                    ticker.pause();
                }
            }
            row.done("%d models scored on both lines' test images".formatted(scored.size()));
        }
        return Report.of(job, summary);
    }

    /**
     * Waits for the comparison of the models, which follows their scores.
     *
     * @return {@code scored} with the recommendation; as it is where there is none after ten minutes, or nothing to compare with
     */
    public Report awaitRecommendation(DemoJob job, Adaptation.Result trained, Report scored)
            throws InterruptedException {
        if (!trained.completed().contains(SOURCE_ONLY)) {
            return scored;
        }
        Report report = scored;
        long began = System.nanoTime();
        try (ProgressBoard board = new ProgressBoard(terminal, "train cyclegan")) {
            ProgressRow row = board.row("compare");
            while (report.recommendation() == null && System.nanoTime() - began < PATIENCE.toNanos()) {
                row.running(0, "the models on images of the target without labels");
                ticker.pause();
                report = evaluation.poll("/adaptations/" + trained.adaptationId() + "/summary")
                        .map(summary -> Report.of(job, summary)).orElse(report);
            }
            row.done(report.recommendation() == null
                    ? "no answer for " + Durations.text(PATIENCE)
                    : "compared without target labels");
        }
        return report;
    }

    private static Set<String> scored(JsonNode summary) {
        Set<String> methods = new HashSet<>();
        for (JsonNode row : summary.path("rows")) {
            if (row.hasNonNull("sourceAccuracy") || row.hasNonNull("targetAccuracy")) {
                methods.add(row.path("method").asText());
            }
        }
        return methods;
    }
}

package io.crossline.local.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.crossline.local.console.ProgressBoard;
import io.crossline.local.console.ProgressRow;
import io.crossline.local.console.Terminal;
import io.crossline.local.rest.JobText;
import io.crossline.local.rest.RestClient;
import io.crossline.local.rest.Ticker;

/** A job that trains a model again, from its request to the comparison of the parameters. */
public final class Replay {

    /** 1 where the parameters are the same bit for bit, 0 where they differ. */
    private static final String SAME = "sameParameters";

    private final RestClient training;
    private final Ticker ticker;
    private final Terminal terminal;

    public Replay(RestClient training, Ticker ticker, Terminal terminal) {
        this.training = training;
        this.ticker = ticker;
        this.terminal = terminal;
    }

    /**
     * Shows how far the job is and how it ends.
     *
     * @return whether the parameters are the same
     */
    public boolean follow(String modelVersion, String jobId) throws InterruptedException {
        String label = "replay " + modelVersion;
        JsonNode job = MissingNode.getInstance();
        try (ProgressBoard board = new ProgressBoard(terminal, label)) {
            ProgressRow row = board.row(label);
            row.running("queued");
            while (!row.ended()) {
                job = training.poll("/jobs/" + jobId).orElse(job);
                show(job, row);
                if (!row.ended()) {
                    ticker.pause();
                }
            }
        }
        return job.path("state").asText().equals("COMPLETED") && told(modelVersion, job);
    }

    private static void show(JsonNode job, ProgressRow row) {
        switch (job.path("state").asText()) {
            case "", "QUEUED" -> {
                // the row says so already
            }
            case "COMPLETED" -> row.done(JobText.completed(job));
            case "FAILED", "CANCELLED" -> row.failed(message(job, "no reason given"));
            default -> row.running(job.path("fraction").asDouble(-1), JobText.progress(job));
        }
    }

    private boolean told(String modelVersion, JsonNode job) {
        JsonNode same = metric(job);
        boolean equal = same.asDouble() >= 1;
        String again = "Trained again from its offsets and its seed, %s has ".formatted(modelVersion);
        String verdict = same.isMissingNode()
                ? "The training service does not say whether the parameters of %s came out the same."
                        .formatted(modelVersion)
                : again + (equal ? "the same parameters." : "other parameters.");
        String text = (verdict + " " + message(job, "")).strip();
        if (equal) {
            terminal.line(terminal.green(text));
        } else {
            terminal.error(text);
        }
        return equal;
    }

    /** Of the job's end, where the service shows it; else of the last entry of its history. */
    private static JsonNode metric(JsonNode job) {
        JsonNode end = job.path("metrics").path(SAME);
        JsonNode history = job.path("history");
        return end.isMissingNode() ? history.path(history.size() - 1).path("metrics").path(SAME) : end;
    }

    private static String message(JsonNode job, String otherwise) {
        String message = job.path("message").asText("");
        return message.isBlank() ? otherwise : message;
    }
}

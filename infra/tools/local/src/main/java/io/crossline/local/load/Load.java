package io.crossline.local.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

import io.crossline.local.console.Durations;
import io.crossline.local.console.ProgressBoard;
import io.crossline.local.console.ProgressRow;
import io.crossline.local.console.Table;
import io.crossline.local.console.Terminal;
import io.crossline.local.rest.RestClient;

/** Sends the batches, waits until ingest has counted them, and measures what is asked often. */
public final class Load {

    private static final long LOOK_MILLIS = 500;
    private static final double MEBIBYTE = 1024 * 1024;

    private final Terminal terminal;
    private final String bootstrapServers;
    private final RestClient ingest;
    private final RestClient evaluation;
    private final RestClient dashboard;

    public Load(Terminal terminal, String bootstrapServers, RestClient ingest, RestClient evaluation,
            RestClient dashboard) {
        this.terminal = terminal;
        this.bootstrapServers = bootstrapServers;
        this.ingest = ingest;
        this.evaluation = evaluation;
        this.dashboard = dashboard;
    }

    public void run(LoadJob job) throws InterruptedException {
        try (ProgressBoard board = new ProgressBoard(terminal, "send", "count")) {
            long before = batches();
            long began = System.nanoTime();
            ProgressRow send = board.row("send");
            send.running("%d batches".formatted(job.records()));
            new RandomBatches(job).send(bootstrapServers);
            send.done("%d batches of %d lines, %.0f MiB, in %s".formatted(job.records(), job.lines(),
                    job.bytes() / MEBIBYTE, since(began)));
            ProgressRow count = board.row("count");
            for (long counted = 0; counted < job.records(); counted = batches() - before) {
                count.running((double) counted / job.records(), "ingest has counted " + counted);
                new CountDownLatch(1).await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            count.done("ingest has counted all " + since(began) + " after the start");
        }
        terminal.line(Table.of(1, rows(List.of(AnswerTime.of("ingest", ingest, "/lines"),
                AnswerTime.of("evaluation", evaluation, "/lines?limit=1000"),
                AnswerTime.of("dashboard", dashboard, "/api/overview"),
                AnswerTime.of("dashboard", dashboard, "/api/serving")))));
    }

    /** Of the lines that a load has sent. */
    private long batches() throws InterruptedException {
        long total = 0;
        for (JsonNode line : ingest.get("/lines")) {
            if (line.path("line").asText().startsWith("load-")) {
                total += line.path("batchesTotal").asLong();
            }
        }
        return total;
    }

    private static List<List<String>> rows(List<AnswerTime> times) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("answer", "median, s", "longest, s"));
        for (AnswerTime time : times) {
            rows.add(List.of(time.name(), seconds(time.median()), seconds(time.longest())));
        }
        return rows;
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String since(long began) {
        return Durations.text(Duration.ofNanos(System.nanoTime() - began));
    }
}

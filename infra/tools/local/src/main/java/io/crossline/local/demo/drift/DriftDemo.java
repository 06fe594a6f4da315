package io.crossline.local.demo.drift;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

import io.crossline.local.console.ProgressBoard;
import io.crossline.local.console.Terminal;
import io.crossline.local.demo.drift.Preparation.Prepared;
import io.crossline.local.rest.RestClient;
import io.crossline.local.rest.Ticker;

/** The closed loop from the first model to the three curves. */
public final class DriftDemo {

    private static final String ROW = "windows";

    private final Terminal terminal;
    private final Function<String, URI> addresses;
    private final Ticker ticker;
    private final AgeingScript given;

    /**
     * @param addresses of the services by id
     * @param failure completes with a description when a part of Crossline stays down
     */
    public DriftDemo(Terminal terminal, Function<String, URI> addresses, CompletableFuture<String> failure) {
        this(terminal, addresses, failure, null);
    }

    DriftDemo(Terminal terminal, Function<String, URI> addresses, CompletableFuture<String> failure,
            AgeingScript script) {
        this.terminal = terminal;
        this.addresses = addresses;
        this.ticker = new Ticker(failure);
        this.given = script;
    }

    /**
     * Runs the script, prints what happens and what came out, and writes the report. Figures that are missed are told, and
     * no error.
     *
     * @param began reading of {@link System#nanoTime} when the user asked for it
     * @throws io.crossline.local.UserError if a step fails or a service gives up
     */
    public void run(DriftJob job, long began) throws IOException, InterruptedException {
        AgeingScript script = script(job);
        terminal.line("");
        terminal.line("%s: %d windows of %d images, seed %d".formatted(terminal.bold("The loop on an ageing line"),
                script.windows(), AgeingScript.WINDOW_IMAGES, job.seed()));
        Prepared prepared = new Preparation(client("ingest"), client("training"), client("evaluation"), ticker,
                terminal).run(job, script);
        terminal.line("  Line page: %s/line.html?line=%s".formatted(addresses.apply("dashboard"), prepared.line()));
        LoopWatch watch = stream(job, script, prepared);
        report(job, script, prepared, watch, Duration.ofNanos(System.nanoTime() - began));
    }

    private AgeingScript script(DriftJob job) {
        if (given != null) {
            return given;
        }
        return job.good() == null ? AgeingScript.STANDARD : AgeingScript.mostlyGood(job.good());
    }

    private LoopWatch stream(DriftJob job, AgeingScript script, Prepared prepared) throws InterruptedException {
        try (ProgressBoard board = new ProgressBoard(terminal, ROW)) {
            WindowNumbers numbers = new WindowNumbers();
            LoopWatch watch = new LoopWatch(new LoopLine(client("evaluation"), prepared.line()), numbers,
                    event -> board.line("  " + coloured(event)));
            WindowIngestion ingestion = new WindowIngestion(client("ingest"), ticker, prepared.line(),
                    prepared.shape(), job.seed());
            new DriftStream(ingestion, numbers, watch, ticker).run(script, board.row(ROW));
            return watch;
        }
    }

    private String coloured(LoopEvent event) {
        return switch (event.kind()) {
            case PLANT -> terminal.bold(event.line());
            case PROMOTED, KEPT -> terminal.green(event.line());
            case DRIFT -> terminal.yellow(event.line());
            case ROLLED_BACK, FAILED -> terminal.red(event.line());
            default -> event.line();
        };
    }

    private void report(DriftJob job, AgeingScript script, Prepared prepared, LoopWatch watch, Duration took)
            throws IOException {
        List<Curve> curves = Curve.of(watch.windows(), prepared.sourceModel(), prepared.adaptedModel());
        Figures figures = Figures.of(script, watch.windows(), watch.cycles(), watch.promotions(), curves, took);
        List<Inspection> inspections = Stream.of(Inspection.of(Curve.SOURCE, watch.windows(), prepared.sourceModel()),
                Inspection.of(Curve.ADAPTED, watch.windows(), prepared.adaptedModel()),
                Inspection.of(Curve.LOOP, watch.windows(), null)).filter(Objects::nonNull).toList();
        DriftReport report = new DriftReport(prepared.line(), job.seed(), prepared.sourceModel(),
                prepared.adaptedModel(), curves, watch.events(), figures, inspections,
                job.good() == null ? Verdict.of(figures) : Verdict.ofMostlyGood(figures, inspections));
        terminal.line("");
        terminal.line(DriftText.chart(script, curves));
        terminal.line("");
        terminal.line(DriftText.table(script, curves));
        if (!inspections.isEmpty()) {
            terminal.line("");
            terminal.line(DriftText.inspections(inspections));
        }
        terminal.line("");
        report.verdicts().forEach(verdict -> terminal.line(DriftText.verdict(terminal, verdict)));
        if (figures.scoredWindows() < figures.windows()) {
            terminal.warning("%d of %d windows were scored; the means are over these.".formatted(
                    figures.scoredWindows(), figures.windows()));
        }
        if (job.report() != null) {
            Files.writeString(job.report(), report.toJson());
            Files.writeString(job.chart(), CurvesChart.of(script, report));
            terminal.line("Report: %s, chart: %s".formatted(job.report(), job.chart()));
        }
    }

    private RestClient client(String service) {
        return RestClient.patient(service, addresses.apply(service), terminal::warning);
    }
}

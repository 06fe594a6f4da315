package io.crossline.local.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.crossline.contracts.Method;
import io.crossline.local.UserError;
import io.crossline.local.console.Durations;
import io.crossline.local.console.Terminal;
import io.crossline.local.rest.RestClient;
import io.crossline.local.rest.Ticker;

/** The main job from both lines' images to the summary. */
public final class Demo {

    private final Terminal terminal;
    private final Function<String, URI> addresses;
    private final Ticker ticker;

    /**
     * @param addresses of the services by id
     * @param failure completes with a description when a part of Crossline stays down
     */
    public Demo(Terminal terminal, Function<String, URI> addresses, CompletableFuture<String> failure) {
        this.terminal = terminal;
        this.addresses = addresses;
        this.ticker = new Ticker(failure);
    }

    /**
     * Runs the job, prints the table and writes the report.
     *
     * @return whether every job succeeded
     * @throws UserError if the images cannot be read or a service gives up
     */
    public boolean run(DemoJob job) throws IOException, InterruptedException {
        long began = System.nanoTime();
        terminal.line("");
        terminal.line(
                "%s from %s to %s: %s, preset %s, seed %d".formatted(terminal.bold("Adapting"), job.source().written(),
                        job.target().written(), String.join(", ", ids(job.methods())), job.preset(), job.seed()));
        Ingestions.Result images = new Ingestions(client("ingest"), ticker, terminal).run(job);
        job.settings().tell(client("evaluation"), job.targetLine(), images.source().path("classNames"));
        Adaptation.Result trained = new Adaptation(client("training"), ticker, terminal).run(job, images);
        Summary summary = new Summary(client("evaluation"), ticker, terminal);
        Report report = summary.awaitRecommendation(job, trained,
                summary.await(job, trained, ids(job.methods())));

        terminal.line("");
        if (report.recommendation() != null) {
            terminal.line(terminal.bold(report.recommendation()));
            terminal.line("");
        }
        if (!report.rows().isEmpty()) {
            terminal.line(SummaryText.table(report));
            terminal.line("");
        }
        SummaryText.finding(report).ifPresent(terminal::line);
        SummaryText.measured(report).ifPresent(terminal::line);
        SummaryText.warning(report).ifPresent(terminal::line);
        SummaryText.mix(report).ifPresent(terminal::line);
        terminal.line("The job took %s.".formatted(Durations.since(began)));
        if (job.report() != null) {
            Files.writeString(job.report(), report.toJson());
            terminal.line("Report: " + job.report());
        }
        trained.failures().forEach(terminal::error);
        return trained.failures().isEmpty();
    }

    private RestClient client(String service) {
        return RestClient.patient(service, addresses.apply(service), terminal::warning);
    }

    private static List<String> ids(List<Method> methods) {
        return methods.stream().map(Method::id).toList();
    }
}

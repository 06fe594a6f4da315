package io.crossline.local.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.apache.kafka.clients.CommonClientConfigs;

import io.crossline.local.UserError;
import io.crossline.local.console.Terminal;
import io.crossline.local.rest.RestClient;
import io.crossline.local.rest.Ticker;

/** A run from the plant's first model to the verdict. */
public final class Chaos {

    private static final List<String> SERVICES = List.of("ingest", "translation", "training", "evaluation",
            "dashboard");
    /** Between two batches of the outside producer, which takes the lines in turn. */
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(250);
    private static final Duration HEALED = Duration.ofMinutes(4);
    private static final Duration LAST_STEP = Duration.ofMinutes(3);
    private static final int THREADS = 24;

    private final Terminal terminal;
    private final Function<String, URI> addresses;
    private final Map<String, Object> connection;
    private final Path parts;
    private final CompletableFuture<String> failure;

    /**
     * @param addresses of the services by id
     * @param parts the launcher's {@code parts.json}
     * @param failure completes with a description when a part stays down
     */
    public Chaos(Terminal terminal, Function<String, URI> addresses, String bootstrapServers, Path parts,
            CompletableFuture<String> failure) {
        this.terminal = terminal;
        this.addresses = addresses;
        this.connection = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        this.parts = parts;
        this.failure = failure;
    }

    /**
     * Makes the plant, lets the faults happen, waits until all is quiet, counts, prints and writes the report.
     *
     * @return whether every bar was met
     * @throws UserError if the plant cannot be made
     */
    public boolean run(ChaosJob job) throws IOException, InterruptedException {
        terminal.line("");
        terminal.line("%s: %d min of faults, seed %d".formatted(terminal.bold("A plant under faults"), job.minutes(),
                job.seed()));
        Plant plant = new PlantSetup(client("ingest"), client("training"), client("evaluation"), new Ticker(failure),
                terminal).run(job.seed(), connection);
        PartSignals signals = new PartSignals(parts);
        // a stopped process does not hear that it shall end
        Thread thaw = new Thread(() -> thawAll(signals), "chaos-thaw");
        Runtime.getRuntime().addShutdownHook(thaw);
        try {
            return underFaults(job, plant, signals);
        } finally {
            signals.thawAll();
        }
    }

    private boolean underFaults(ChaosJob job, Plant plant, PartSignals signals)
            throws IOException, InterruptedException {
        RunClock clock = new RunClock();
        Journal journal = new Journal(terminal);
        try (Readings readings = new Readings(connection);
                ReadyWatch watch = new ReadyWatch(parts, SERVICES.stream().map(addresses).toList(), signals, clock);
                Retention retention = new Retention(connection)) {
            OutsideProducer producer = new OutsideProducer((String) connection.get(
                    CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG), clock);
            Steps steps = new Steps(plant, signals, producer, new ImageUpload(addresses.apply("ingest")),
                    new Operator(impatient("evaluation")), retention, readings, clock, journal);
            takeAll(Schedule.of(job.seed(), job.length(), plant.lines()), job.length(), plant, producer, steps);

            signals.thawAll();
            if (!watch.awaitReady(HEALED)) {
                terminal.warning("not all parts are ready %d minutes after the last fault"
                        .formatted(HEALED.toMinutes()));
            }
            producer.close();
            Duration outage = Outages.longest(journal.outages(), watch.samples(), clock.now());
            terminal.line("  %6s  the faults are over; waiting until no more predictions come"
                    .formatted(RunClock.text(clock.now())));
            List<Sent> sent = new ArrayList<>(producer.good());
            sent.addAll(steps.uploaded());
            Counts counts = new Settling(readings).await(sent, producer.bad());
            return verdict(job, new Findings(counts,
                    new LineCheck(new Operator(client("evaluation")), readings).of(plant.lines()), auditIsWhole(),
                    outage, journal, producer.unacknowledged(), steps.badFiles()));
        }
    }

    /** Returns when the last step is over. */
    private void takeAll(List<Step> schedule, Duration length, Plant plant, OutsideProducer producer, Steps steps)
            throws InterruptedException {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "chaos-step");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor();
        try {
            int[] turn = {0};
            sender.scheduleAtFixedRate(() -> producer.send(plant.images()
                    .get(plant.lines().get(turn[0]++ % plant.lines().size())).batch()), 0, BETWEEN_BATCHES.toMillis(),
                    TimeUnit.MILLISECONDS);
            schedule.forEach(step -> executor.schedule(() -> steps.take(step), step.at().toMillis(),
                    TimeUnit.MILLISECONDS));
            executor.shutdown();
            executor.awaitTermination(length.plus(LAST_STEP).toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            executor.shutdownNow();
            sender.shutdown();
        }
    }

    private boolean auditIsWhole() throws InterruptedException {
        try {
            return new Operator(client("evaluation")).auditIsWhole();
        } catch (UserError e) {
            terminal.warning(e.getMessage());
            return false;
        }
    }

    private boolean verdict(ChaosJob job, Findings findings) throws IOException {
        ChaosReport report = findings.report();
        terminal.line("");
        terminal.line(FindingsText.of(findings));
        if (job.json() != null) {
            Files.writeString(job.json(), report.toJson());
        }
        List<String> missed = report.missed(findings.counts().contradicted().size());
        missed.forEach(terminal::error);
        if (missed.isEmpty()) {
            terminal.line(terminal.green("Nothing is lost, and table, topic and audit agree."));
        }
        return missed.isEmpty();
    }

    private RestClient client(String service) {
        return RestClient.patient(service, addresses.apply(service), terminal::warning);
    }

    /** A person who does not wait for a service that is away. */
    private RestClient impatient(String service) {
        return new RestClient(service, addresses.apply(service));
    }

    private static void thawAll(PartSignals signals) {
        try {
            signals.thawAll();
        } catch (IOException e) {
            // the launcher kills what does not end
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.crossline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.crossline.bench.floor.NotebookCosts;
import io.crossline.bench.floor.Rates;
import io.crossline.bench.process.ContestantException;
import io.crossline.bench.process.Match;
import io.crossline.bench.process.MeasuredProcess;
import io.crossline.bench.process.PyTorch;
import io.crossline.bench.process.WorkerCommand;
import io.crossline.bench.row.Result;
import io.crossline.bench.row.Row;
import io.crossline.bench.worker.Worker;
import io.crossline.embedded.EmbeddedKafka;
import io.crossline.embedded.EmbeddedStartException;

/** Measures row by row. The broker and the machine's rates come when the first row needs them. */
final class RowMeasurements implements AutoCloseable {

    private static final int RATE_ROUNDS = 3;

    private final PyTorch peer;
    private final Integer steps;
    private final int rounds;
    private final int threads;
    private final Path folder;
    private EmbeddedKafka broker;
    private Rates rates;
    private NotebookCosts costs;

    private RowMeasurements(PyTorch peer, Integer steps, int rounds, int threads, Path folder) {
        this.peer = peer;
        this.steps = steps;
        this.rounds = rounds;
        this.threads = threads;
        this.folder = folder;
    }

    /**
     * @param peer null where there is none
     * @param steps of a round, or null for each row's own
     */
    static RowMeasurements start(PyTorch peer, Integer steps, int rounds, int threads) throws IOException {
        Path folder = Files.createTempDirectory("crossline-bench");
        RowMeasurements measuring = new RowMeasurements(peer, steps, rounds, threads, folder);
        // Ctrl-C leaves nothing behind either; the sides end with their input
        Runtime.getRuntime().addShutdownHook(new Thread(measuring::close));
        return measuring;
    }

    /** @throws ContestantException if a side fails */
    Result measure(Row row) {
        if (!row.streams() && rates == null) {
            costs = new NotebookCosts();
            rates = new Rates(Math.max(best(Worker.PRODUCT), best(Worker.CONVOLUTION)), best(Worker.COPY));
        }
        try (MeasuredProcess ours = ours(row); MeasuredProcess other = peer(row)) {
            Match.Sides sides = Match.play(ours, other, rounds);
            return new Result(row, sides.ours(), sides.peer(), rates == null ? null : rates.floors(row, costs));
        }
    }

    /** Null before a row was measured that has floors. */
    Rates rates() {
        return rates;
    }

    private MeasuredProcess ours(Row row) {
        List<String> arguments = new ArrayList<>(List.of(row.id(), Integer.toString(steps(row))));
        if (row.streams()) {
            arguments.add(broker().bootstrapServers());
        }
        return worker("Crossline's side", WorkerCommand.of(arguments.toArray(String[]::new)));
    }

    private MeasuredProcess peer(Row row) {
        if (row.streams()) {
            return worker("The side without Kafka", WorkerCommand.of(row.id(), Integer.toString(steps(row))));
        }
        return peer == null
                ? null
                : MeasuredProcess.start("PyTorch's side",
                        peer.command(PyTorch.script(folder), row.id(), steps(row), threads), threadsOnly(), folder);
    }

    /** Our side runs as the services do: idle threads sleep. PyTorch keeps its own default. */
    private MeasuredProcess worker(String name, List<String> command) {
        Map<String, String> environment = new HashMap<>(threadsOnly());
        environment.put("OMP_WAIT_POLICY", "PASSIVE");
        return MeasuredProcess.start(name, command, environment, folder);
    }

    private Map<String, String> threadsOnly() {
        return Map.of("OMP_NUM_THREADS", Integer.toString(threads));
    }

    private int steps(Row row) {
        return steps == null ? row.steps() : steps;
    }

    private double best(String rate) {
        try (MeasuredProcess worker = worker("The measurement of " + rate, WorkerCommand.of(rate, "1"))) {
            double best = 0;
            for (int round = 0; round < RATE_ROUNDS; round++) {
                best = Math.max(best, worker.run());
            }
            return best;
        }
    }

    private EmbeddedKafka broker() {
        if (broker == null) {
            try {
                broker = EmbeddedKafka.start(folder.resolve("kafka"), 0);
            } catch (EmbeddedStartException e) {
                throw new ContestantException(e.getMessage(), e);
            }
        }
        return broker;
    }

    @Override
    public synchronized void close() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }
}

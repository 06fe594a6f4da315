package io.crossline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.crossline.bench.process.ContestantException;
import io.crossline.bench.process.PyTorch;
import io.crossline.bench.report.JsonFile;
import io.crossline.bench.report.JsonReport;
import io.crossline.bench.report.Machine;
import io.crossline.bench.report.Report;
import io.crossline.bench.report.TextReport;
import io.crossline.bench.row.Result;
import io.crossline.bench.row.Row;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options, and the way from them to the report. */
@Command(name = "infra/crossline bench", sortOptions = false, description = {
        "Measure training steps and inference beside PyTorch where it is installed, and what Kafka costs.",
        "Both sides take turns, round by round, each in a process of its own. Let nothing else run meanwhile."})
final class BenchCommand implements Callable<Integer> {

    private final PrintStream out;
    private final PeerFinder peerFinder;

    @Spec
    private CommandSpec spec;

    @Option(names = "--only", paramLabel = "NAME", split = ",", converter = RowNames.class, description = "Measure only these, separated by commas: source, dann, coral, cyclegan, infer-classifier, infer-generator, stream-ingest, stream-train, stream-predict.")
    private List<Row> only;

    @Option(names = "--steps", paramLabel = "N", description = "Steps of a round, batches of 128 images where there are no steps. Each row has its own default.")
    private Integer steps;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "Rounds of each side; the medians count. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of the numerics on both sides. Default: all cores.")
    private Integer threads;

    @Option(names = "--floors", description = "Print a second table: what the machine's arithmetic and memory allow.")
    private boolean floors;

    @Mixin
    private JsonFile json;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    BenchCommand(PrintStream out, PeerFinder peerFinder) {
        this.out = out;
        this.peerFinder = peerFinder;
    }

    @Override
    public Integer call() throws IOException {
        check();
        List<Row> rows = only == null
                ? List.of(Row.values())
                : Arrays.stream(Row.values()).filter(only::contains).toList();
        Optional<PyTorch> peer = peerFor(rows);
        int allThreads = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        try (RowMeasurements measuring = RowMeasurements.start(peer.orElse(null), steps, rounds, allThreads)) {
            List<Result> results = new ArrayList<>();
            boolean failed = false;
            for (Row row : rows) {
                try {
                    out.println("Measures " + row.id());
                    results.add(measuring.measure(row));
                } catch (ContestantException e) {
                    failed = true;
                    out.println("Error: " + row.id() + " could not be measured. " + e.getMessage());
                }
            }
            report(new Report(Machine.describe(),
                    peer.map(found -> "PyTorch " + found.version() + " of " + found.python()).orElse(null), allThreads,
                    rounds, measuring.rates(), results));
            return failed ? 1 : 0;
        } catch (ContestantException e) {
            out.println("Error: " + e.getMessage());
            return 1;
        }
    }

    /** Looks for PyTorch if a row needs it, and says so if there is none. */
    private Optional<PyTorch> peerFor(List<Row> rows) {
        if (rows.stream().allMatch(Row::streams)) {
            return Optional.empty();
        }
        Optional<PyTorch> peer = peerFinder.find();
        if (peer.isEmpty()) {
            out.println("No PyTorch was found (tried " + String.join(" and ", PyTorch.PROGRAMS)
                    + "), so Crossline's steps and inference are measured alone.");
        }
        return peer;
    }

    private void report(Report report) throws IOException {
        out.println();
        out.println(TextReport.of(report));
        if (floors) {
            out.println();
            out.println(TextReport.floors(report));
        }
        json.write(JsonReport.of(report), out);
    }

    private void check() {
        requirePositive("--steps", steps);
        requirePositive("--rounds", rounds);
        requirePositive("--threads", threads);
        json.check();
    }

    private void requirePositive(String option, Integer value) {
        if (value != null && value < 1) {
            throw new ParameterException(spec.commandLine(), option + " is " + value + ", expected 1 or more");
        }
    }
}

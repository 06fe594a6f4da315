package io.crossline.bench.loop;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import io.crossline.bench.report.JsonFile;
import io.crossline.bench.report.Machine;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options, and the way from them to the tables. */
@Command(name = "infra/crossline rates", sortOptions = false, description = {
        "Train a source and an adapted classifier for each run, and try them on windows of the simulated line:",
        "how often drift is seen where there is none, or missed, and how far accuracy estimates are from the truth."})
public final class RatesCommand implements Callable<Integer> {

    private static final String DRIFT = "drift";
    private static final String ESTIMATE = "estimate";
    private static final int MOST_RUNS = 100;

    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3", description = "Runs, each with its own images and models; about 15 minutes each on one core. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Of the first run; the others follow. Default: ${DEFAULT-VALUE}.")
    private long firstSeed;

    @Option(names = "--windows", paramLabel = "N", defaultValue = "200", description = "Windows without any change, for each model and run; a multiple of 4. Default: ${DEFAULT-VALUE}.")
    private int windows;

    @Option(names = "--only", paramLabel = "PART", split = ",", defaultValue = "drift,estimate", description = "drift, estimate or both. Default: ${DEFAULT-VALUE}.")
    private List<String> only;

    @Option(names = "--keep", paramLabel = "FOLDER", description = "Keep trainings here: the same training again gives its result at once.")
    private Path keep;

    @Mixin
    private JsonFile json;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    public RatesCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        json.check();
        Plan plan = plan();
        Results results = new Results();
        for (long seed = firstSeed; seed < firstSeed + runs; seed++) {
            try (TrainedLine line = TrainedLine.train(seed, keep, progress -> out.println("  " + progress))) {
                List<ServedModel> served = line.served();
                for (int i = 0; i < served.size(); i++) {
                    out.println("run " + seed + ", " + served.get(i).name());
                    new LineTrial(served.get(i), served.get(1 - i).classifier(), line.pair().sourceTest(), plan, seed)
                            .run(results, progress -> out.println("  " + progress));
                }
            }
        }
        report(new RatesReport(results), plan);
        return 0;
    }

    private Plan plan() {
        Set<String> parts = Set.of(DRIFT, ESTIMATE);
        for (String part : only) {
            if (!parts.contains(part.strip())) {
                throw new ParameterException(spec.commandLine(),
                        "--only has '" + part + "', expected " + DRIFT + " or " + ESTIMATE);
            }
        }
        if (runs < 1 || runs > MOST_RUNS) {
            throw new ParameterException(spec.commandLine(), "--runs is " + runs + ", expected 1 to " + MOST_RUNS);
        }
        List<String> chosen = only.stream().map(String::strip).toList();
        try {
            return new Plan(windows, chosen.contains(DRIFT), chosen.contains(ESTIMATE));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void report(RatesReport report, Plan plan) throws IOException {
        if (plan.drift()) {
            out.println("\nDrift:\n" + report.driftTable());
        }
        if (plan.estimate()) {
            out.println("\nEstimates of the accuracy; mean absolute errors by group:\n" + report.estimateTable());
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("machine", Machine.describe());
        figures.put("runs", runs);
        figures.put("firstSeed", firstSeed);
        figures.putAll(report.json());
        json.write(figures, out);
    }
}

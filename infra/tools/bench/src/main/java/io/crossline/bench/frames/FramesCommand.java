package io.crossline.bench.frames;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.crossline.bench.report.JsonFile;
import io.crossline.bench.report.Machine;
import io.crossline.bench.report.Table;
import io.crossline.contracts.FrameCheck;
import io.crossline.contracts.ImageShape;
import io.crossline.datasets.DatasetException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options, and the way from them to the tables. */
@Command(name = "infra/crossline frames", sortOptions = false, description = {
        "Count how many spoilt camera frames the checks miss, how many good ones they mark, and how long a frame takes them."})
public final class FramesCommand implements Callable<Integer> {

    private static final String SIMULATED = "sim:clean,sim:worn,sim:dim,sim:tilted,sim:glare";

    /** The comma before a scheme: a SPEC itself may have commas. */
    private static final String BEFORE_A_SPEC = ",(?=(sim|idx|libsvm|folder):|(mnist|usps)(,|$))";

    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Option(names = "--on", paramLabel = "SPEC", defaultValue = SIMULATED, description = "Lines of good frames, as in the demo, separated by commas. Default: ${DEFAULT-VALUE}.")
    private String on;

    @Option(names = "--size", paramLabel = "SHAPE", defaultValue = "28x28x1", description = "Height, width and channels of all frames. Default: ${DEFAULT-VALUE}.")
    private String size;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private JsonFile json;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    public FramesCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        json.check();
        List<FrameStream> streams = new ArrayList<>();
        try {
            ImageShape shape = ImageShape.parse(size);
            for (String line : on.split(BEFORE_A_SPEC)) {
                streams.add(FrameStream.read(line.strip(), shape, seed));
            }
        } catch (DatasetException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        List<Map<String, Object>> lines = streams.stream().map(this::measured).toList();
        out.println("Good frames:\n" + goodTable(lines));
        out.println("\nSpoilt frames that are missed, of 200 or so (and those that another check marks):\n"
                + spoiltTable(lines));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("machine", Machine.describe());
        figures.put("size", size);
        figures.put("seed", seed);
        figures.put("lines", lines);
        json.write(figures, out);
        return 0;
    }

    private Map<String, Object> measured(FrameStream stream) {
        FaultTrial trial = new FaultTrial(stream);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("line", stream.spec());
        line.put("frames", stream.images().count());
        Map<FrameCheck, Integer> marks = trial.falseMarks();
        line.put("falseMarks", marks);
        line.put("microseconds", trial.cost());
        Map<String, FaultTrial.Found> found = new LinkedHashMap<>();
        for (Fault fault : Fault.values()) {
            found.put(fault.words(), trial.with(fault, seed));
        }
        line.put("spoilt", found);
        return line;
    }

    private static String goodTable(List<Map<String, Object>> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("line", "frames", "marked", "us a frame"));
        for (Map<String, Object> line : lines) {
            rows.add(List.of(line.get("line").toString(), line.get("frames").toString(),
                    line.get("falseMarks").toString(), "%.1f".formatted((double) line.get("microseconds"))));
        }
        return Table.of(rows);
    }

    @SuppressWarnings("unchecked")
    private static String spoiltTable(List<Map<String, Object>> lines) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("fault"));
        lines.forEach(line -> header.add(line.get("line").toString()));
        rows.add(header);
        for (Fault fault : Fault.values()) {
            List<String> row = new ArrayList<>(List.of(fault.words()));
            for (Map<String, Object> line : lines) {
                FaultTrial.Found found = ((Map<String, FaultTrial.Found>) line.get("spoilt")).get(fault.words());
                row.add("%.1f %% (%d)".formatted(100.0 * found.missed() / found.all(), found.otherwise()));
            }
            rows.add(row);
        }
        return Table.of(rows);
    }
}

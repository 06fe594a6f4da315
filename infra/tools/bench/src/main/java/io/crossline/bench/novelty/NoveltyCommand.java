package io.crossline.bench.novelty;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.crossline.adaptation.preset.Preset;
import io.crossline.adaptation.preset.Presets;
import io.crossline.bench.accuracy.Changes;
import io.crossline.bench.accuracy.LinePair;
import io.crossline.bench.accuracy.MethodTrainings;
import io.crossline.bench.report.JsonFile;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Method;
import io.crossline.datasets.DatasetException;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.inference.Classifier;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options, and the way from them to the curves. */
@Command(name = "infra/crossline novelty", sortOptions = false, description = {
        "Train a classifier, and tell how many images of unknown kinds are found at which share of known test images that are",
        "marked by mistake. The known images are the target line's training images, without labels."})
public final class NoveltyCommand implements Callable<Integer> {

    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Option(names = "--source", paramLabel = "SPEC", defaultValue = "sim:clean?mix=good:5,scratch:1,hole:1,dent:1,missing-feature:1", description = "The line with labels, as in the demo. Default: ${DEFAULT-VALUE}.")
    private String source;

    @Option(names = "--target", paramLabel = "SPEC", defaultValue = "sim:worn?mix=good:5,scratch:1,hole:1,dent:1,missing-feature:1", description = "The line without, with test images. Default: ${DEFAULT-VALUE}.")
    private String target;

    @Option(names = "--unknown", paramLabel = "SPEC", defaultValue = "sim:worn?mix=stain:1&images=300", description = "Images of other kinds on the target line: a SPEC, whose training images count, or a folder of pictures. Default: ${DEFAULT-VALUE}.")
    private String unknown;

    @Option(names = "--size", paramLabel = "SHAPE", defaultValue = "28x28x1", description = "Height, width and channels of all images. Default: ${DEFAULT-VALUE}.")
    private String size;

    @Option(names = "--preset", paramLabel = "NAME", defaultValue = "quick", description = "quick, best or seed. Default: ${DEFAULT-VALUE}.")
    private String presetName;

    @Option(names = "--methods", paramLabel = "NAME", split = ",", defaultValue = "source", description = "Whose classifiers are tried, separated by commas. Default: ${DEFAULT-VALUE}.")
    private List<String> methods;

    @Option(names = "--seeds", paramLabel = "N", split = ",", defaultValue = "0", description = "Separated by commas. Default: ${DEFAULT-VALUE}.")
    private List<Long> seeds;

    @Option(names = "--keep", paramLabel = "FOLDER", description = "Keep trainings here: the same training again gives its result at once.")
    private Path keep;

    @Mixin
    private JsonFile json;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    public NoveltyCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        json.check();
        try {
            ImageShape shape = ImageShape.parse(size);
            Preset preset = Presets.standard().find(presetName).orElseThrow(() -> new IllegalArgumentException(
                    "--preset is '" + presetName + "', expected one of " + Presets.standard().names()))
                    .forPictures(shape);
            List<Method> wanted = methods.stream().map(String::strip).map(Method::of).distinct().sorted().toList();
            List<Map<String, Object>> rows = new ArrayList<>();
            for (long seed : seeds) {
                LinePair pair = LinePair.load(source, target, shape, null, seed);
                byte[] others = UnknownImages.read(unknown, shape, seed);
                MethodTrainings trainings = new MethodTrainings(pair, source + " " + target + " " + shape, preset,
                        Changes.parse(List.of()), seed, keep, line -> out.println("  " + line));
                rows.addAll(tried(trainings, wanted, shape, others));
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("source", source);
            figures.put("target", target);
            figures.put("unknown", unknown);
            figures.put("preset", presetName);
            figures.put("rows", rows);
            json.write(figures, out);
            return 0;
        } catch (DatasetException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private List<Map<String, Object>> tried(MethodTrainings trainings, List<Method> wanted, ImageShape shape,
            byte[] others) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (ClassifierNetworks parent = trainings.source().networks()) {
            for (Method method : wanted) {
                ClassifierNetworks networks = method == Method.SOURCE
                        ? parent.copy()
                        : trainings.adapted(method, parent).networks();
                try (Classifier classifier = new Classifier(networks)) {
                    NoveltyTrial trial = NoveltyTrial.of(classifier, trainings.pair(), shape, others,
                            trainings.seed());
                    out.printf("%n%s, seed %d:%n%s%n", method.id(), trainings.seed(), trial.table());
                    Map<String, Object> row = trial.json();
                    row.put("method", method.id());
                    row.put("seed", trainings.seed());
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}

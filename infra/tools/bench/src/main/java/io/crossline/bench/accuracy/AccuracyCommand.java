package io.crossline.bench.accuracy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import io.crossline.adaptation.preset.Preset;
import io.crossline.adaptation.preset.Presets;
import io.crossline.bench.accuracy.Training.Trained;
import io.crossline.bench.report.JsonFile;
import io.crossline.contracts.ExpectedMix;
import io.crossline.contracts.GoodClass;
import io.crossline.contracts.ImageShape;
import io.crossline.contracts.Method;
import io.crossline.datasets.DatasetException;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.backbone.Backbone;
import io.crossline.networks.backbone.BackboneException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options, and the way from them to the table. */
@Command(name = "infra/crossline accuracy", sortOptions = false, description = {
        "Train the methods of a preset for several seeds, without Kafka, and score them on both lines' test images.",
        "The figures are those of the demo with the same lines, preset and seed. One method is recommended, or none, without",
        "a label of the target."})
public final class AccuracyCommand implements Callable<Integer> {

    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    @Option(names = "--source", paramLabel = "SPEC", defaultValue = "sim:clean", description = "The line with labels, as in the demo. Default: ${DEFAULT-VALUE}.")
    private String source;

    @Option(names = "--target", paramLabel = "SPEC", defaultValue = "sim:worn", description = "The line without. Default: ${DEFAULT-VALUE}.")
    private String target;

    @Option(names = "--expected-mix", paramLabel = "MIX", description = "What is known of the target's mix of classes, such as good=0.98 or 'good>=0.9'.")
    private String expectedMix;

    @Option(names = "--good-class", paramLabel = "NAME", description = "The class of parts without a defect, where its name does not tell.")
    private String goodClass;

    @Option(names = "--size", paramLabel = "SHAPE", defaultValue = "28x28x1", description = "Height, width and channels of all images. Default: ${DEFAULT-VALUE}.")
    private String size;

    @Option(names = "--preset", paramLabel = "NAME", defaultValue = "best", description = "quick, best, real or notebook. Default: ${DEFAULT-VALUE}.")
    private String presetName;

    @Option(names = "--backbone", paramLabel = "FILE", description = "An ONNX image network, with a JSON file beside it, whose features the networks take in place of pixels. Not with cyclegan.")
    private Path backboneFile;

    @Option(names = "--no-turns", description = "A part that is mirrored or turned may be of another class: no training mirrors or turns images.")
    private boolean noTurns;

    @Option(names = "--methods", paramLabel = "NAME", split = ",", description = "Separated by commas; source is always trained. Default: source,cyclegan,dann,coral,coral-linear,teacher, and for real and a backbone also adabn and self-training; mmd is trained where it is named.")
    private List<String> methods = new ArrayList<>();

    @Option(names = "--seeds", paramLabel = "N", split = ",", defaultValue = "0", description = "Separated by commas. Default: ${DEFAULT-VALUE}.")
    private List<Long> seeds;

    @Option(names = "--set", paramLabel = "TRAINING.NAME=VALUE", description = "A hyperparameter that differs from the preset's, such as teacher.consistencyWeight=3. Trainings: source, generators, fine-tune, dann, coral, mmd, coral-linear, teacher, adabn, self-training. May be repeated.")
    private List<String> changes = new ArrayList<>();

    @Option(names = "--keep", paramLabel = "FOLDER", description = "Keep trainings here: the same training again gives its result at once, and an interrupted one goes on.")
    private Path keep;

    @Mixin
    private JsonFile json;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    public AccuracyCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        json.check();
        try (Backbone backbone = backboneFile == null ? null : Backbone.load(backboneFile)) {
            Preset found = Presets.standard().find(presetName).orElseThrow(() -> new IllegalArgumentException(
                    "--preset is '" + presetName + "', expected one of " + Presets.standard().names()));
            Preset chosen = noTurns ? found.withoutTurns() : found;
            ImageShape shape = ImageShape.parse(size);
            Preset preset = backbone == null ? chosen.forPictures(shape) : chosen.onBackbone();
            List<Method> wanted = (methods.isEmpty() ? defaultMethods(preset, backbone) : methods).stream()
                    .map(String::strip)
                    .map(Method::of).distinct().sorted().toList();
            if (backbone != null && wanted.contains(Method.CYCLEGAN)) {
                throw new IllegalArgumentException("--methods names cyclegan, which trains on pixels, not on a "
                        + "backbone's features: expected the other methods with --backbone");
            }
            Changes parsed = Changes.parse(changes);
            ExpectedMix mix = expectedMix == null ? null : ExpectedMix.parse(expectedMix);
            List<Score> scores = new ArrayList<>();
            List<Recommended> recommended = new ArrayList<>();
            Votes votes = new Votes();
            for (long seed : seeds) {
                LinePair pair = LinePair.load(source, target, shape, mix, seed);
                if (pair.classes() != null && !pair.classes().areSame()) {
                    out.println(pair.classes().note());
                }
                Contenders contenders = new Contenders(pair, mix, seed);
                List<Score> ofSeed = scores(new MethodTrainings(pair, lines(shape, backbone), preset, parsed,
                        seed, backbone, keep, line -> out.println("  " + line)), wanted, contenders);
                scores.addAll(ofSeed);
                contenders.vote(votes, ofSeed.stream()
                        .collect(Collectors.toMap(Score::method, score -> score.target().balancedAccuracy())));
                recommended.add(contenders.recommend());
                out.printf("seed %d: %s%n", seed, recommended.get(recommended.size() - 1).recommendation().reason());
            }
            report(new Scores(source, target, expectedMix, presetName, !noTurns,
                    backbone == null ? null : backbone.file().sha256(), changes, scores, recommended, votes));
            return 0;
        } catch (DatasetException | BackboneException | IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private List<Score> scores(MethodTrainings trainings, List<Method> wanted, Contenders contenders) {
        List<Score> scores = new ArrayList<>();
        Trained<ClassifierNetworks> source = trainings.source();
        try (ClassifierNetworks parent = source.networks()) {
            contenders.add(Method.SOURCE, parent);
            if (wanted.contains(Method.SOURCE)) {
                scores.add(score(Method.SOURCE, trainings, source));
            }
            for (Method method : wanted) {
                if (method != Method.SOURCE) {
                    Trained<ClassifierNetworks> trained = trainings.adapted(method, parent);
                    try (ClassifierNetworks networks = trained.networks()) {
                        scores.add(score(method, trainings, trained));
                        contenders.add(method, networks);
                    }
                }
            }
        }
        return scores;
    }

    /** Names everything that a kept training depends on. */
    private String lines(ImageShape shape, Backbone backbone) {
        return source + " " + target + " " + shape
                + (backbone == null
                        ? ""
                        : " " + backbone.file().sha256() + " " + backbone.file().preprocessingSha256());
    }

    private static List<String> defaultMethods(Preset preset, Backbone backbone) {
        List<String> names = new ArrayList<>(List.of("source", "cyclegan", "dann", "coral", "coral-linear", "teacher"));
        if (preset.hasBatchNormalization()) {
            names.addAll(List.of("adabn", "self-training"));
        }
        if (backbone != null) {
            names.remove("cyclegan");
        }
        return names;
    }

    private Score score(Method method, MethodTrainings trainings, Trained<ClassifierNetworks> trained) {
        LinePair pair = trainings.pair();
        OptionalInt good = GoodClass.of(pair.classNames(), goodClass);
        Score score = new Score(method, trainings.seed(), pair.sourceTest().score(trained.networks(), good),
                pair.targetTest().score(trained.networks(), good), trained.steps(), trained.seconds());
        out.printf("%s, seed %d: source %.4f, balanced %.4f; target %.4f, balanced %.4f%s%n", method.id(), score.seed(),
                score.source().accuracy(), score.source().balancedAccuracy(), score.target().accuracy(),
                score.target().balancedAccuracy(), good.isEmpty()
                        ? ""
                        : ", escapes %.4f, overkill %.4f".formatted(score.target().escapes(),
                                score.target().overkill()));
        return score;
    }

    private void report(Scores scores) throws IOException {
        out.println();
        out.println(scores.table());
        if (!scores.votes().table().isEmpty()) {
            out.println();
            out.println(scores.votes().table());
        }
        json.write(scores.json(), out);
    }
}

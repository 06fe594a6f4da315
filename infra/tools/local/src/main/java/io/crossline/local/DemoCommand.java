package io.crossline.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

import io.crossline.local.console.Terminal;
import io.crossline.local.demo.BackboneCopy;
import io.crossline.local.demo.Demo;
import io.crossline.local.demo.DemoJob;
import io.crossline.local.demo.ImageSpec;
import io.crossline.local.demo.LineSettings;
import io.crossline.local.demo.drift.DriftDemo;
import io.crossline.local.demo.drift.DriftJob;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "demo", description = "Start everything (or use what runs) and run the main job: carry two lines' images, train, evaluate, print the table. With --drift, run the closed loop on a line that ages.", mixinStandardHelpOptions = true, footer = {
        "", "SPEC is one of", "  sim:PROFILE   a simulated line, such as sim:clean or sim:worn?images=2000&test=500",
        "  idx:DIR       MNIST's layout: train-images-idx3-ubyte[.gz], t10k-labels-idx1-ubyte[.gz], ...",
        "  libsvm:DIR    USPS's layout: usps.bz2, usps.t.bz2",
        "  folder:DIR    train/CLASS/*.png|jpg|bmp|tif and test/CLASS/*; a target without labels: train/*.png",
        "  csv:FILE       columns path, class, split, partId, capturedAt",
        "  coco:FILE      COCO annotations, such as coco:train.json?test=test.json&good=ok",
        "  voc:DIR        Pascal VOC's layout: JPEGImages, Annotations, ImageSets/Main; such as voc:DIR?good=ok",
        "  mnist, usps   downloaded from their public homes"})
final class DemoCommand implements Callable<Integer> {

    /** What the drift demo's script decides itself. */
    private static final List<String> NOT_WITH_DRIFT = List.of("--source", "--target", "--methods", "--preset",
            "--size", "--backbone", "--expected-mix", "--good-class", "--no-turns");

    private static final String ON_BACKBONE = "source,adabn,dann,coral,self-training";

    /** As on a plant's line, 95 of 100 parts are good; enough test images that each kind of defect has forty. */
    private static final String TARGET = "sim:worn?mix=good:95,scratch:1,hole:1,dent:1,stain:1,missing-feature:1&test=4000";
    /** What a plant knows of that line. */
    private static final String TARGET_MIX = "good=0.95";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LauncherOptions options;

    @Option(names = "--drift", description = "Show the closed loop: a simulated line ages, and the loop adapts, checks and promotes its model beside two that never change; about 11 minutes. With --good, --seed, --report and --exit only.")
    private boolean drift;

    @Option(names = "--good", paramLabel = "SHARE", description = "With --drift: share of good parts on the ageing line, such as 0.95; the line is told it. Default: all classes come alike, and nothing is told.")
    private Double good;

    @Option(names = "--source", paramLabel = "SPEC", defaultValue = "sim:clean", description = "The line with labels. Default: ${DEFAULT-VALUE}.")
    private String source;

    @Option(names = "--target", paramLabel = "SPEC", defaultValue = TARGET, description = "The line whose training labels nobody has. Default: a simulated line where 95 of 100 parts are good, ${DEFAULT-VALUE}.")
    private String target;

    @Option(names = "--methods", paramLabel = "LIST", defaultValue = "source,cyclegan,dann,coral", description = "Which to train: source, cyclegan, dann, coral, mmd, coral-linear, teacher, self-training, and with preset real also adabn. Default: ${DEFAULT-VALUE}.")
    private String methods;

    @Option(names = "--preset", paramLabel = "NAME", defaultValue = "quick", description = "quick: minutes on two cores; best: longer, the most accurate; real: pictures of real parts; notebook: the published recipe, hours. Default: ${DEFAULT-VALUE}.")
    private String preset;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Determines the simulated images and the training. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--size", paramLabel = "HxWxC", description = "Shape of all images, 28x28x1 to 256x256x3. Default: the source's own.")
    private String size;

    @Option(names = "--backbone", paramLabel = "FILE", description = "An ONNX image network, with a JSON file beside it, whose features the classifiers take in place of pixels. Copied to the data folder. Methods are source,adabn,dann,coral,self-training then, unless --methods says otherwise.")
    private Path backbone;

    @Option(names = "--expected-mix", paramLabel = "TEXT", description = "How often each class occurs on the target, roughly: good=0.98, 'good>=0.9', or several terms with commas. Set for the line, and used by its adaptations. Default: good=0.95 for the default target, else nothing.")
    private String expectedMix;

    @Option(names = "--good-class", paramLabel = "NAME", description = "The target's class of parts without a defect; every other class is a defect. Set for the line.")
    private String goodClass;

    @Option(names = "--no-turns", description = "A part that is mirrored or turned may be of another class on the target: no training mirrors or turns images. Set for the line.")
    private boolean noTurns;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the summary as JSON; with --drift also a chart beside it, FILE with .svg.")
    private Path report;

    @Option(names = "--exit", description = "Stop everything at the end instead of keeping the dashboard up.")
    private boolean exit;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        long began = System.nanoTime();
        Run run;
        try {
            run = drift ? driftRun(began) : mainRun();
        } catch (UserError e) {
            terminal.error(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        Layout layout = options.layout();
        Optional<Instance> running = Instance.running(layout);
        return running.isPresent() ? attached(run, running.get().setup(layout)) : started(run);
    }

    /** One of the demos, with its options checked. */
    @FunctionalInterface
    private interface Run {

        /**
         * @param failure completes with a description when a part that it needs stays down
         * @return whether it succeeded
         */
        boolean on(Setup setup, CompletableFuture<String> failure) throws IOException, InterruptedException;
    }

    private Run mainRun() {
        if (good != null) {
            throw new UserError(
                    "--good goes with --drift; without it, the target's SPEC says the mix: sim:worn?mix=good:95,scratch:5.");
        }
        DemoJob job = job();
        return (setup, failure) -> {
            if (job.backbone() != null) {
                job.backbone().into(setup.layout().backbones());
            }
            return new Demo(terminal, addresses(setup), failure).run(job);
        };
    }

    private Run driftRun(long began) {
        List<String> excluded = NOT_WITH_DRIFT.stream()
                .filter(spec.commandLine().getParseResult()::hasMatchedOption).toList();
        if (!excluded.isEmpty()) {
            throw new UserError("--drift does not go with %s: its script says which lines, methods and preset it takes."
                    .formatted(String.join(", ", excluded)));
        }
        DriftJob job = new DriftJob(good, seed, report);
        return (setup, failure) -> {
            new DriftDemo(terminal, addresses(setup), failure).run(job, began);
            return true;
        };
    }

    private static Function<String, URI> addresses(Setup setup) {
        return service -> setup.address(Service.valueOf(service.toUpperCase(Locale.ROOT)));
    }

    private DemoJob job() {
        Path here = Path.of("");
        BackboneCopy copy = backbone == null ? null : BackboneCopy.of(backbone);
        boolean isDefault = !spec.commandLine().getParseResult().hasMatchedOption("--methods");
        ImageSpec from = ImageSpec.parse("--source", source, here);
        ImageSpec to = ImageSpec.parse("--target", target, here);
        return new DemoJob(from, to,
                DemoJob.methods(copy != null && isDefault ? ON_BACKBONE : methods), preset, seed,
                DemoJob.shape(size, from.hasTiles()),
                LineSettings.parse(toldMix(), goodClass, !noTurns), copy, report);
    }

    private String toldMix() {
        return expectedMix == null && target.equals(TARGET) ? TARGET_MIX : expectedMix;
    }

    /** What somebody else has started stays up, whatever happens. */
    private int attached(Run run, Setup setup) throws Exception {
        terminal.line("Crossline runs already on %s; the demo uses it.".formatted(setup.layout().data()));
        boolean succeeded;
        try (AttachedRun attached = new AttachedRun(setup, terminal)) {
            succeeded = run.on(setup, attached.failure());
            attached.completed();
        }
        terminal.line("Dashboard: %s%s".formatted(setup.address(Service.DASHBOARD),
                exit ? " (it was up before the demo and stays up; 'infra/crossline down' stops it)" : ""));
        return succeeded ? 0 : 1;
    }

    private int started(Run run) throws Exception {
        Setup setup = options.setup();
        Stack stack = Launcher.start(setup, terminal);
        boolean succeeded = run.on(setup, stack.failure());
        if (exit || !succeeded) {
            return succeeded ? 0 : 1;
        }
        terminal.line(
                "The dashboard stays up: %s (Ctrl-C stops everything)".formatted(setup.address(Service.DASHBOARD)));
        new CountDownLatch(1).await();
        return 0;
    }
}

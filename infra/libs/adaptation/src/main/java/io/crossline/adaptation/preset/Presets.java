package io.crossline.adaptation.preset;

import static io.crossline.adaptation.preset.Schedule.Line.SOURCE;
import static io.crossline.adaptation.preset.Schedule.Line.TARGET;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.crossline.adaptation.adabn.AdaBnHyperparameters;
import io.crossline.adaptation.coral.CoralHyperparameters;
import io.crossline.adaptation.coral.CoralLinearHyperparameters;
import io.crossline.adaptation.cyclegan.CycleGanHyperparameters;
import io.crossline.adaptation.dann.DannHyperparameters;
import io.crossline.adaptation.mmd.MmdHyperparameters;
import io.crossline.adaptation.selftraining.SelfTrainingHyperparameters;
import io.crossline.adaptation.source.FineTuneHyperparameters;
import io.crossline.adaptation.source.SourceHyperparameters;
import io.crossline.adaptation.teacher.TeacherHyperparameters;
import io.crossline.adaptation.trainer.Distortions;
import io.crossline.adaptation.trainer.Refinements;
import io.crossline.adaptation.trainer.Sampling;
import io.crossline.adaptation.trainer.TargetInformation;

/** The presets that a request may name. */
public record Presets(List<Preset> all) {

    public static final String DEFAULT = "quick";
    private static final String EARLIER_NOTEBOOK = "seed";

    /** Images change at random, weights are averaged, and the learning rate falls to a hundredth. */
    private static final Refinements REFINED = new Refinements(new Distortions(1, 1, 1, 0.4), 0.998, 0.01);
    /** The images stay as they are: DANN, CORAL and the fine-tuning learn the target line as it looks. */
    private static final Refinements AVERAGED = new Refinements(Distortions.NONE, 0.998, 0.01);
    /** Light and focus alone change: a lamp that ages or fails costs little then. Places that change as well take more steps. */
    private static final Distortions LIGHT = new Distortions(0, 0, 0.5, 1);
    private static final Refinements LIGHT_REFINED = new Refinements(LIGHT, 0.99, 0.01);
    /** The images stay as they are: so few steps do not learn them distorted as well. */
    private static final Refinements WARM = new Refinements(Distortions.NONE, 0.99, 0.01);
    private static final Schedule FEW_STEPS = new Schedule(10, TARGET, 150, 300);
    private static final TargetInformation INFORMATION = new TargetInformation(0.1, 0.1);
    private static final AdaptationPreset<AdaBnHyperparameters> ADABN = AdaptationPreset.of(
            new AdaBnHyperparameters(1, 2, 0), Schedule.passes(1, TARGET));
    /** Light alone changes: the simulated lines' worn parts differ from the clean ones in light most. */
    private static final Refinements LIGHT_ALONE = new Refinements(new Distortions(0, 0, 0, 1), 0.99, 0.01, 0, 0, 0, 0,
            0, Sampling.PASSES);
    private static final AdaptationPreset<SelfTrainingHyperparameters> SELF_TRAINING = AdaptationPreset.of(
            new SelfTrainingHyperparameters(1, 64, 0, 5e-4, 6, 0.5, 0.9, 1, LIGHT_ALONE),
            new Schedule(10, TARGET, 960, 1600));
    private static final CoralLinearHyperparameters LINEAR = new CoralLinearHyperparameters(1, 128, 0, 1e-3, 1);

    /** The KAIST domain-adaptation notebook's hyperparameters, to the letter; it has no teacher, whose values are our own. */
    private static final Preset NOTEBOOK = new Preset("notebook",
            "The lecture notebook's networks, learning rates and epochs; hours on a CPU",
            new MethodPreset<>(SourceHyperparameters.NOTEBOOK, Schedule.passes(3, SOURCE), SOURCE),
            new MethodPreset<>(CycleGanHyperparameters.NOTEBOOK, Schedule.passes(30, TARGET), TARGET),
            new MethodPreset<>(FineTuneHyperparameters.NOTEBOOK, Schedule.passes(20, SOURCE), SOURCE),
            List.of(AdaptationPreset.of(DannHyperparameters.NOTEBOOK, Schedule.passes(50, TARGET)),
                    AdaptationPreset.of(CoralHyperparameters.NOTEBOOK, Schedule.passes(100, TARGET)),
                    AdaptationPreset.of(LINEAR, Schedule.passes(3, SOURCE)),
                    AdaptationPreset.of(teacher(128, 1e-4, new Refinements(Distortions.NONE, 0.99, 1)),
                            Schedule.passes(50, TARGET)),
                    ADABN, SELF_TRAINING));

    /**
     * The same methods within minutes. Passes are counted over the source line, so that a small pair (5,000 images a line) trains
     * shorter than a large one (60,000); the bounds keep both useful. Many small steps learn more than few large ones in the same time,
     * so all but the fine-tuning and the linear CORAL take small batches, and CORAL gets half the notebook's weight, for covariances of half
     * the batch differ twice as much by chance. DANN and CORAL also learn from what the target's predictions tell: see the results.
     */
    private static final Preset QUICK = new Preset("quick",
            "The same methods in minutes on two cores: fewer and smaller steps, narrower generators",
            new MethodPreset<>(new SourceHyperparameters(1, 64, 0, 1e-3, new Refinements(Distortions.NONE, 0.98, 1)),
                    new Schedule(7, SOURCE, 540, 2400), SOURCE),
            new MethodPreset<>(new CycleGanHyperparameters(1, 8, 0, 5e-4, 0.5, 10, 3, 24, 24),
                    new Schedule(1, SOURCE, 400, 450), TARGET),
            new MethodPreset<>(
                    new FineTuneHyperparameters(1, 128, 0, 1e-4, TargetInformation.NONE, Refinements.NONE),
                    new Schedule(2, SOURCE, 60, 300), SOURCE),
            List.of(AdaptationPreset.of(
                    new DannHyperparameters(1, 64, 0, 3e-4, 3e-4, 3e-3, 0.1, INFORMATION, Refinements.NONE),
                    new Schedule(5, SOURCE, 380, 1600)),
                    AdaptationPreset.of(
                            new CoralHyperparameters(1, 64, 0, 3e-4, 3e-4, 250, INFORMATION, Refinements.NONE),
                            new Schedule(5, SOURCE, 380, 1600)),
                    AdaptationPreset.of(new MmdHyperparameters(1, 64, 0, 3e-4, 3e-4, 1, INFORMATION, Refinements.NONE),
                            new Schedule(5, SOURCE, 380, 1600)),
                    AdaptationPreset.of(LINEAR, new Schedule(3, SOURCE, 100, 1400)),
                    AdaptationPreset.of(teacher(32, 1e-3, LIGHT_REFINED),
                            new Schedule(3, SOURCE, 520, 2400)),
                    ADABN, SELF_TRAINING));

    /**
     * What gave the best classifiers: see the ablation in the results. The source classifier and the teacher see images that change at
     * random. Those take many steps to learn, on a small line as on a large one: so batches are as small as quick's, and the bounds
     * leave thousands of them. The other methods do without: that gave 4 to 8 points on the simulated lines and cost less than half a
     * point on handwriting.
     */
    private static final Preset BEST = new Preset("best",
            "The most accurate: more steps, augmented images, averaged weights, what the target's predictions tell",
            new MethodPreset<>(new SourceHyperparameters(1, 64, 0, 1e-3, REFINED), new Schedule(5, SOURCE, 4000, 4800),
                    SOURCE),
            new MethodPreset<>(new CycleGanHyperparameters(1, 8, 0, 5e-4, 0.5, 10, 3, 32, 32),
                    new Schedule(2, SOURCE, 1500, 3000), TARGET),
            new MethodPreset<>(new FineTuneHyperparameters(1, 128, 0, 3e-4, INFORMATION, AVERAGED),
                    new Schedule(3, SOURCE, 800, 1000), SOURCE),
            List.of(AdaptationPreset.of(new DannHyperparameters(1, 64, 0, 3e-4, 3e-4, 3e-3, 0.1, INFORMATION, AVERAGED),
                    new Schedule(3, SOURCE, 2000, 2400)),
                    AdaptationPreset.of(new CoralHyperparameters(1, 64, 0, 3e-4, 3e-4, 250, INFORMATION, AVERAGED),
                            new Schedule(3, SOURCE, 2000, 2400)),
                    AdaptationPreset.of(new MmdHyperparameters(1, 64, 0, 3e-4, 3e-4, 1, INFORMATION, AVERAGED),
                            new Schedule(3, SOURCE, 2000, 2400)),
                    AdaptationPreset.of(LINEAR, new Schedule(3, SOURCE, 300, 1400)),
                    AdaptationPreset.of(
                            new TeacherHyperparameters(1, 64, 0, 1e-3, 0, 1, 0.8, INFORMATION,
                                    new Refinements(new Distortions(1, 1, 1, 1), 0.99, 0.01)),
                            new Schedule(5, SOURCE, 2000, 4800)),
                    ADABN, SELF_TRAINING));

    /**
     * What the loop requests when a line has drifted. A job starts from the line's serving model, which is nearly right, and sees the
     * newest 400 to 2,000 images: so few steps, whose size falls to nearly none, and averaged weights, lest it forgets
     * what it knew. Batches of 64 give 400 images six steps an epoch; the teacher, which compares no distributions, takes 32.
     */
    private static final Preset ADAPT = new Preset("adapt",
            "What the loop requests: few steps from the serving model on the newest images of a line that has drifted",
            QUICK.source(), QUICK.generators(), QUICK.fineTune(),
            List.of(AdaptationPreset.of(new DannHyperparameters(1, 64, 0, 2e-4, 2e-4, 3e-3, 0.1, INFORMATION, WARM),
                    FEW_STEPS),
                    AdaptationPreset.of(new CoralHyperparameters(1, 64, 0, 2e-4, 2e-4, 250, INFORMATION, WARM),
                            FEW_STEPS),
                    AdaptationPreset.of(LINEAR, new Schedule(3, SOURCE, 150, 300)),
                    AdaptationPreset.of(
                            new TeacherHyperparameters(1, 32, 0, 1e-3, 0, 1, 0.8, INFORMATION, LIGHT_REFINED),
                            new Schedule(6, TARGET, 260, 300)),
                    ADABN,
                    AdaptationPreset.of(new SelfTrainingHyperparameters(1, 64, 0, 5e-4, 4, 0.5, 0.9, 1, LIGHT_ALONE),
                            new Schedule(10, TARGET, 200, 300))));

    public Presets {
        all = List.copyOf(all);
    }

    private static TeacherHyperparameters teacher(int batch, double learningRate, Refinements refinements) {
        return new TeacherHyperparameters(1, batch, 0, learningRate, 1, 0, 0.95, INFORMATION, refinements);
    }

    public static Presets standard() {
        return new Presets(List.of(QUICK, NOTEBOOK, BEST, ADAPT, RealPictures.PRESET));
    }

    /** @param name {@code seed}, which manifests and requests of before say, means {@code notebook} */
    public Optional<Preset> find(String name) {
        String known = EARLIER_NOTEBOOK.equals(name) ? NOTEBOOK.name() : name;
        return all.stream().filter(preset -> preset.name().equals(known)).findFirst();
    }

    /** All names, as an error message lists them. */
    public String names() {
        return all.stream().map(Preset::name).collect(Collectors.joining(", "));
    }
}

package io.crossline.training.preset;

import static io.crossline.training.preset.Schedule.Line.SOURCE;
import static io.crossline.training.preset.Schedule.Line.TARGET;

import io.crossline.contracts.Views;
import io.crossline.networks.ClassifierArchitecture;
import io.crossline.training.adabn.AdaBnHyperparameters;
import io.crossline.training.coral.CoralHyperparameters;
import io.crossline.training.coral.CoralLinearHyperparameters;
import io.crossline.training.cyclegan.CycleGanHyperparameters;
import io.crossline.training.dann.DannHyperparameters;
import io.crossline.training.selftraining.SelfTrainingHyperparameters;
import io.crossline.training.source.FineTuneHyperparameters;
import io.crossline.training.source.SourceHyperparameters;
import io.crossline.training.teacher.TeacherHyperparameters;
import io.crossline.training.trainer.Distortions;
import io.crossline.training.trainer.Refinements;
import io.crossline.training.trainer.Sampling;
import io.crossline.training.trainer.TargetInformation;

/**
 * The preset for pictures of real parts: a few hundred of them, classes of unlike frequency, surfaces instead of strokes. Its
 * hyperparameters were chosen on magnetic tiles and rolled steel: see the results.
 */
final class RealPictures {

    /** Places, light and focus change, dark and bright change places, and what comes in from outside continues the surface. */
    private static final Distortions SURFACES = new Distortions(0.5, 0, 0.15, 1.2, 1, 1, 0.5,
            Distortions.Edge.REFLECTED);
    private static final Refinements REFINED = refinements(0.3);
    /** Methods that compare the features of both lines see all of them. */
    private static final Refinements WHOLE_FEATURES = refinements(0);
    private static final TargetInformation INFORMATION = new TargetInformation(0.1, 0.1);
    /** A few hundred images are seen some thirty times. */
    private static final Schedule STEPS = new Schedule(5, TARGET, 300, 600);

    static final Preset PRESET = new Preset("real",
            "Pictures of real parts: residual blocks on standardised images, classes drawn alike often",
            new MethodPreset<>(
                    new SourceHyperparameters(1, 32, 0, 3e-3, ClassifierArchitecture.RESIDUAL,
                            Views.MIRRORED, REFINED),
                    new Schedule(12, SOURCE, 1000, 1500), SOURCE),
            new MethodPreset<>(new CycleGanHyperparameters(1, 8, 0, 5e-4, 0.5, 10, 3, 24, 24),
                    new Schedule(1, SOURCE, 400, 450), TARGET),
            new MethodPreset<>(new FineTuneHyperparameters(1, 64, 0, 3e-4, TargetInformation.NONE, REFINED),
                    new Schedule(2, SOURCE, 100, 300), SOURCE),
            new MethodPreset<>(
                    new DannHyperparameters(1, 32, 0, 1e-3, 1e-3, 3e-3, 0.1, INFORMATION, WHOLE_FEATURES), STEPS,
                    TARGET),
            new MethodPreset<>(new CoralHyperparameters(1, 32, 0, 1e-3, 1e-3, 1, INFORMATION, WHOLE_FEATURES), STEPS,
                    TARGET),
            new MethodPreset<>(new CoralLinearHyperparameters(1, 64, 0, 1e-3, 1), new Schedule(20, SOURCE, 200, 1000),
                    SOURCE),
            new MethodPreset<>(new TeacherHyperparameters(1, 32, 0, 1e-3, 0, 1, 0.8, INFORMATION, REFINED), STEPS,
                    TARGET),
            new MethodPreset<>(new AdaBnHyperparameters(1, 2, 0), Schedule.passes(1, TARGET), TARGET),
            new MethodPreset<>(new SelfTrainingHyperparameters(1, 32, 0, 1e-3, 4, 0.5, 0.9, 1, REFINED), STEPS,
                    TARGET));

    private RealPictures() {}

    private static Refinements refinements(double dropout) {
        return new Refinements(SURFACES, 0.99, 0.001, 0.3, 5e-3, 0.05, dropout, Sampling.CLASS_BALANCED);
    }
}

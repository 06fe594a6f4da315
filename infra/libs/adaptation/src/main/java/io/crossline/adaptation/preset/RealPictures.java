package io.crossline.adaptation.preset;

import static io.crossline.adaptation.preset.Schedule.Line.SOURCE;
import static io.crossline.adaptation.preset.Schedule.Line.TARGET;

import java.util.List;

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
import io.crossline.contracts.Views;
import io.crossline.networks.ClassifierArchitecture;

/**
 * The preset for pictures of real parts: a few hundred of them, classes of unlike frequency, surfaces instead of strokes. In large
 * pictures defects are small and rare kinds are hard to learn: there the network is deeper, images are mixed, and classes are drawn by
 * the square root of their number. The hyperparameters were chosen on magnetic tiles (128x128) and rolled steel (64x64): see the results.
 */
final class RealPictures {

    private static final TargetInformation INFORMATION = new TargetInformation(0.1, 0.1);
    /** A few hundred images are seen some thirty times. */
    private static final Schedule STEPS = new Schedule(5, TARGET, 300, 600);

    /** Places, light and focus change, dark and bright change places, and what comes in from outside continues the surface. */
    private static final Recipe SMALL = new Recipe(
            new Distortions(0.5, 1, 0, 0.15, 1.2, 1, 1, 0.5, Distortions.Edge.REFLECTED), Sampling.CLASS_BALANCED);
    /** Focus changes less, for a crack in a large picture is a pixel or two wide, and dark stays dark: there is more to learn as it is. */
    private static final Recipe LARGE = new Recipe(
            new Distortions(0.5, 1, 0, 0.1, 1.2, 1, 1, 0, Distortions.Edge.REFLECTED), Sampling.SQUARE_ROOT);

    /** Mixed images cost accuracy where defects fill the picture, as on steel, and give it where they are small. */
    private static final MethodPreset<SourceHyperparameters> LARGE_SOURCE = new MethodPreset<>(
            new SourceHyperparameters(1, 32, 0, 3e-3, ClassifierArchitecture.RESIDUAL_DEEP, Views.MIRRORED, 0.5,
                    LARGE.refinements(0.3, 1)),
            new Schedule(12, SOURCE, 3000, 3000), SOURCE);
    private static final MethodPreset<SourceHyperparameters> SMALL_SOURCE = new MethodPreset<>(
            new SourceHyperparameters(1, 32, 0, 3e-3, ClassifierArchitecture.RESIDUAL, Views.MIRRORED,
                    SMALL.refinements(0.3, 0)),
            new Schedule(12, SOURCE, 1000, 1500), SOURCE);

    static final Preset PRESET = preset(SMALL_SOURCE, SMALL, preset(LARGE_SOURCE, LARGE, null));

    private RealPictures() {}

    /** How images change and how their classes are drawn. */
    private record Recipe(Distortions distortions, Sampling sampling) {

        Refinements refinements(double dropout, double mixup) {
            return new Refinements(distortions, 0.99, 0.001, 0.3, 5e-3, 0.05, dropout, mixup, sampling);
        }
    }

    private static Preset preset(MethodPreset<SourceHyperparameters> source, Recipe recipe, Preset forLargePictures) {
        Refinements refined = recipe.refinements(0.3, 0);
        // methods that compare the features of both lines see all of them
        Refinements wholeFeatures = recipe.refinements(0, 0);
        return new Preset("real",
                "Pictures of real parts: residual blocks on standardised images, rare classes drawn more often",
                source,
                new MethodPreset<>(new CycleGanHyperparameters(1, 8, 0, 5e-4, 0.5, 10, 3, 24, 24),
                        new Schedule(1, SOURCE, 400, 450), TARGET),
                new MethodPreset<>(new FineTuneHyperparameters(1, 64, 0, 3e-4, TargetInformation.NONE, refined),
                        new Schedule(2, SOURCE, 100, 300), SOURCE),
                List.of(AdaptationPreset.of(
                        new DannHyperparameters(1, 32, 0, 1e-3, 1e-3, 3e-3, 0.1, INFORMATION, wholeFeatures), STEPS),
                        AdaptationPreset.of(
                                new CoralHyperparameters(1, 32, 0, 1e-3, 1e-3, 1, INFORMATION, wholeFeatures),
                                STEPS),
                        AdaptationPreset.of(new MmdHyperparameters(1, 32, 0, 1e-3, 1e-3, 1, INFORMATION, wholeFeatures),
                                STEPS),
                        AdaptationPreset.of(new CoralLinearHyperparameters(1, 64, 0, 1e-3, 1),
                                new Schedule(20, SOURCE, 200, 1000)),
                        AdaptationPreset.of(new TeacherHyperparameters(1, 32, 0, 1e-3, 0, 1, 0.8, INFORMATION, refined),
                                STEPS),
                        AdaptationPreset.of(new AdaBnHyperparameters(1, 2, 0), Schedule.passes(1, TARGET)),
                        AdaptationPreset.of(new SelfTrainingHyperparameters(1, 32, 0, 1e-3, 4, 0.5, 0.9, 1, refined),
                                STEPS)),
                forLargePictures);
    }
}

package io.crossline.training;

import static io.crossline.adaptation.preset.Schedule.Line.SOURCE;
import static io.crossline.adaptation.preset.Schedule.Line.TARGET;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.crossline.adaptation.adabn.AdaBnHyperparameters;
import io.crossline.adaptation.coral.CoralHyperparameters;
import io.crossline.adaptation.coral.CoralLinearHyperparameters;
import io.crossline.adaptation.cyclegan.CycleGanHyperparameters;
import io.crossline.adaptation.dann.DannHyperparameters;
import io.crossline.adaptation.preset.AdaptationPreset;
import io.crossline.adaptation.preset.MethodPreset;
import io.crossline.adaptation.preset.Preset;
import io.crossline.adaptation.preset.Presets;
import io.crossline.adaptation.preset.Schedule;
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

/** The standard presets, one that ends in seconds, one that learns a little, one that takes some ten seconds, and one that does not end in a test. */
@Dependent
public class TestPresets {

    public static final String TINY = "tiny";
    public static final String SHORT = "short";
    /** With batch normalisation, on images that are mirrored and turned. */
    public static final String MIRRORED = "mirrored";
    public static final String LONG = "long";
    public static final String ENDLESS = "endless";

    private static final SourceHyperparameters PLAIN = new SourceHyperparameters(1, 32, 0, 1e-3, Refinements.NONE);
    private static final Refinements MIRRORING = new Refinements(
            new Distortions(0.5, 1, 0, 0, 0, 0, 1, 0, Distortions.Edge.REFLECTED), 0.9, 0.1, 0, 0, 0, 0, 0,
            Sampling.PASSES);

    @Produces
    @Singleton
    Presets presets() {
        List<Preset> all = new ArrayList<>(Presets.standard().all());
        all.add(preset(TINY, 1, PLAIN));
        all.add(preset(SHORT, 10, PLAIN));
        all.add(preset(LONG, 50, PLAIN));
        all.add(preset(ENDLESS, 10_000, PLAIN));
        all.add(preset(MIRRORED, 1, new SourceHyperparameters(1, 32, 0, 1e-3, ClassifierArchitecture.RESIDUAL,
                Views.MIRRORED, MIRRORING)));
        return new Presets(all);
    }

    private static Preset preset(String name, int factor, SourceHyperparameters source) {
        TargetInformation information = new TargetInformation(0.1, 0.1);
        return new Preset(name, "for tests",
                new MethodPreset<>(source, passes(6 * factor), SOURCE),
                new MethodPreset<>(new CycleGanHyperparameters(1, 4, 0, 2e-4, 0.5, 10, 3, 4, 4),
                        new Schedule(factor, TARGET, 0, 2 * factor), TARGET),
                new MethodPreset<>(
                        new FineTuneHyperparameters(1, 32, 0, 1e-4, TargetInformation.NONE, Refinements.NONE),
                        passes(factor), SOURCE),
                List.of(AdaptationPreset.of(
                        new DannHyperparameters(1, 32, 0, 1e-4, 2e-4, 3e-3, 0.1, information, Refinements.NONE),
                        passes(factor)),
                        AdaptationPreset.of(new CoralHyperparameters(1, 32, 0, 1e-4, 2e-4, 50, TargetInformation.NONE,
                                Refinements.NONE), passes(factor)),
                        AdaptationPreset.of(new CoralLinearHyperparameters(1, 32, 0, 1e-3, 1), passes(factor)),
                        AdaptationPreset.of(new TeacherHyperparameters(1, 32, 0, 1e-4, 1, 1, 0.9, information,
                                new Refinements(new Distortions(0.5, 0.5, 0.5, 0.5), 0.9, 0.1)), passes(factor)),
                        AdaptationPreset.of(new AdaBnHyperparameters(1, 2, 0), passes(1)),
                        AdaptationPreset.of(
                                new SelfTrainingHyperparameters(1, 32, 0, 1e-4, 2, 0.5, 0.9, 1, Refinements.NONE),
                                passes(factor))));
    }

    private static Schedule passes(int passes) {
        return new Schedule(passes, SOURCE, 0, 0);
    }
}

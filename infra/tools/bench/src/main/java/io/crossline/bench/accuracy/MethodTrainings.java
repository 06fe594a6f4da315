package io.crossline.bench.accuracy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

import io.crossline.adaptation.cyclegan.CycleGanTrainer;
import io.crossline.adaptation.preset.AdaptationPreset;
import io.crossline.adaptation.preset.MethodPreset;
import io.crossline.adaptation.preset.Preset;
import io.crossline.adaptation.source.FineTuneTrainer;
import io.crossline.adaptation.source.SourceTrainer;
import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.Polarity;
import io.crossline.bench.accuracy.Training.Trained;
import io.crossline.contracts.Method;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.GeneratorNetworks;
import io.crossline.networks.backbone.Backbone;
import io.crossline.networks.inference.Generators;

/**
 * Trains each method on a pair as the training service's jobs do.
 *
 * @param lines names both lines' images, their shape and the seed that drew them
 * @param backbone that the preset is for, or null; a preset on a backbone has no cyclegan
 * @param keep folder for finished and interrupted trainings, or null
 * @param progress gets about ten lines a training
 */
public record MethodTrainings(LinePair pair, String lines, Preset preset, Changes changes, long seed,
        Backbone backbone, Path keep, Consumer<String> progress) {

    private static final int TRANSLATED_AT_ONCE = 1000;

    /** Without a backbone. */
    public MethodTrainings(LinePair pair, String lines, Preset preset, Changes changes, long seed, Path keep,
            Consumer<String> progress) {
        this(pair, lines, preset, changes, seed, null, keep, progress);
    }

    public MethodTrainings {
        // a name that no training has is told before hours are spent
        changes.apply(Training.SOURCE, preset.source().hyperparameters());
        changes.apply(Training.GENERATORS, preset.generators().hyperparameters());
        changes.apply(Training.FINE_TUNE, preset.fineTune().hyperparameters());
        for (AdaptationPreset<?> adaptation : preset.adaptations()) {
            changes.apply(adaptation.method().id(), adaptation.preset().hyperparameters());
        }
    }

    /** The source classifier, from fresh parameters. */
    public Trained<ClassifierNetworks> source() {
        Training training = sourceTraining();
        return training.run(
                new SourceTrainer(pair.source(), changes.apply(Training.SOURCE, sized(preset.source())), seed,
                        backbone),
                keep, progress);
    }

    /** @param parent the source classifier; stays open and unchanged */
    public Trained<ClassifierNetworks> adapted(Method method, ClassifierNetworks parent) {
        return switch (method) {
            case SOURCE -> throw new IllegalArgumentException("The source classifier has no parent");
            case CYCLEGAN -> cyclegan(parent);
            default -> run(preset.adaptation(method).orElseThrow(() -> new IllegalArgumentException(
                    "Preset " + preset.name() + " has no hyperparameters for " + method.id())), parent);
        };
    }

    private Training sourceTraining() {
        return new Training(Training.SOURCE, changes.apply(Training.SOURCE, sized(preset.source())),
                lines + " seed " + seed);
    }

    private Trained<ClassifierNetworks> cyclegan(ClassifierNetworks parent) {
        var generatorsHyperparameters = changes.apply(Training.GENERATORS, sized(preset.generators()));
        Training generating = new Training(Training.GENERATORS, generatorsHyperparameters, lines + " seed " + seed);
        Trained<GeneratorNetworks> generators = generating.run(new CycleGanTrainer(pair.source().withoutLabels(),
                pair.target(), generatorsHyperparameters, seed), keep, progress);
        LabelledImages translated = translated(generators.networks());
        var hyperparameters = changes.apply(Training.FINE_TUNE,
                preset.fineTune().sized(translated.count(), pair.target().count()));
        Training fineTuning = new Training(Training.FINE_TUNE, hyperparameters,
                generating.fingerprint() + sourceTraining().fingerprint() + mix());
        Trained<ClassifierNetworks> fineTuned = fineTuning.run(
                new FineTuneTrainer(translated, pair.known(), hyperparameters, seed, parent), keep, progress);
        return new Trained<>(fineTuned.networks(), generators.steps() + fineTuned.steps(),
                generators.seconds() + fineTuned.seconds());
    }

    /** All source images with the target's look, as the translation service gives them. Closes the generators. */
    private LabelledImages translated(GeneratorNetworks networks) {
        LabelledImages source = pair.source();
        LabelledImages translated = new LabelledImages(source.shape(), source.classes());
        try (Generators generators = new Generators(networks)) {
            for (int from = 0; from < source.count(); from += TRANSLATED_AT_ONCE) {
                int count = Math.min(TRANSLATED_AT_ONCE, source.count() - from);
                byte[] pixels = new byte[count * source.shape().bytes()];
                int[] labels = new int[count];
                for (int i = 0; i < count; i++) {
                    System.arraycopy(source.withoutLabels().image(from + i), 0, pixels, i * source.shape().bytes(),
                            source.shape().bytes());
                    labels[i] = source.label(from + i);
                }
                translated.add(generators.sourceToTarget(pixels), labels);
            }
        }
        return translated;
    }

    private <H extends Record & Hyperparameters> Trained<ClassifierNetworks> run(AdaptationPreset<H> adaptation,
            ClassifierNetworks parent) {
        String id = adaptation.method().id();
        H hyperparameters = changes.apply(id, sized(adaptation.preset()));
        Training training = new Training(id, hyperparameters, sourceTraining().fingerprint() + mix());
        return training.run(
                adaptation.trainers().trainer(pair.source(), pair.known(), hyperparameters, seed, parent), keep,
                progress);
    }

    /** What is told of the target's mix decides an adaptation's result as well. */
    private String mix() {
        return pair.mix().map(mix -> " " + Arrays.toString(mix.shares())).orElse("");
    }

    private <H extends Record & Hyperparameters> H sized(MethodPreset<H> method) {
        return Polarity.decided(method.sized(pair.source().count(), pair.target().count()),
                pair.source().withoutLabels(), pair.target());
    }
}

package io.crossline.training.jobs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.crossline.adaptation.cyclegan.CycleGanHyperparameters;
import io.crossline.adaptation.cyclegan.CycleGanTrainer;
import io.crossline.adaptation.source.FineTuneHyperparameters;
import io.crossline.adaptation.source.FineTuneTrainer;
import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.ClassMix;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.contracts.PixelScaling;
import io.crossline.contracts.Views;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.GeneratorNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.training.dataset.SourceSet;
import io.crossline.training.dataset.TargetSet;
import io.crossline.training.dataset.TranslatedReader;
import io.crossline.training.dataset.TranslationListener;
import io.crossline.training.store.ModelStore;

/**
 * The cyclegan job: trains the generators and publishes them, waits until the evaluation service has accepted them and the
 * translation service has given every source image the target's look, then fine-tunes the source classifier on those.
 */
final class CycleGanJob {

    private final JobData data;
    private final ParentModels parents;
    private final ModelStore store;
    private final Manifests manifests;
    private final TranslatedReader translations;
    private final Verdicts verdicts;

    CycleGanJob(JobData data, ParentModels parents, ModelStore store, Manifests manifests,
            TranslatedReader translations, Verdicts verdicts) {
        this.data = data;
        this.parents = parents;
        this.store = store;
        this.manifests = manifests;
        this.translations = translations;
        this.verdicts = verdicts;
    }

    void run(JobContext context) {
        try (ClassifierNetworks parent = parents.of(context)) {
            SourceSet source = data.source(context);
            TargetSet target = data.target(context);
            // A job delivered again may have published its generators before.
            ModelManifest generators = store.manifest(context.job().generatorVersion())
                    .orElseGet(() -> trainGenerators(context, source, target));
            LabelledImages translated = translate(context, source, generators);
            fineTune(context, parent, translated, target, generators);
        }
    }

    /** Repeats the part of the job that made the original: its generators, or the fine-tuning on their translations. */
    void replay(JobContext context) {
        if (context.replay().isOfGenerators()) {
            trainGenerators(context, data.source(context), data.target(context));
            return;
        }
        String version = context.replay().original().hyperparameters().get("generatorVersion");
        ModelManifest generators = store.manifest(version).orElseThrow(() -> new JobFailedException(
                "its generators " + version + " are not among the trained models any more"));
        try (ClassifierNetworks parent = parents.of(context)) {
            SourceSet source = data.source(context);
            TargetSet target = data.target(context);
            LabelledImages translated = translations.find(version, generators.createdAt(), source.positions(),
                    context.job().shape(), context.job().classNames(), reading(context));
            fineTune(context, parent, translated, target, generators);
        }
    }

    private static TranslationListener reading(JobContext context) {
        return (batches, expected) -> {
            context.requireWanted();
            context.progress().moved((double) batches / expected,
                    "Reads translated images: " + batches + " of " + expected + " batches");
        };
    }

    private ModelManifest trainGenerators(JobContext context, SourceSet source, TargetSet target) {
        JobRequested job = context.job();
        CycleGanHyperparameters hyperparameters = context.preset().generators().sized(source.images().count(),
                target.images().count());
        CycleGanTrainer trainer = new CycleGanTrainer(source.images().withoutLabels(), target.images(),
                hyperparameters, job.seed());
        TrainedPart<GeneratorNetworks> part = TrainingPhase.run(context, JobPhase.TRAIN_GENERATORS, trainer,
                hyperparameters, networks -> Map.of());
        try (GeneratorNetworks networks = part.networks()) {
            ModelManifest manifest = manifests.of(job, ModelKind.GENERATOR, List.of(), List.of(), PixelScaling.UNIT,
                    Views.SINGLE,
                    null, part,
                    ModelArchive.parametersSha256(networks));
            context.models().send(manifest, ModelArchive.write(manifest, networks));
            // another replica's, where that was faster
            return context.replay() == null ? store.manifest(manifest.modelVersion()).orElse(manifest) : manifest;
        }
    }

    private LabelledImages translate(JobContext context, SourceSet source, ModelManifest generators) {
        JobRequested job = context.job();
        String version = generators.modelVersion();
        context.progress().enterWaiting(JobPhase.TRANSLATE,
                "Waits for the source images to be translated by " + version);
        return translations.await(version, generators.createdAt(), source.positions(), job.shape(), job.classNames(),
                (batches, expected) -> {
                    context.requireWanted();
                    verdicts.rejection(version).ifPresent(reason -> {
                        throw new JobFailedException("The evaluation service rejected " + version + ": " + reason);
                    });
                    context.progress().moved((double) batches / expected,
                            "Waits for translated images: " + batches + " of " + expected + " batches have come");
                });
    }

    private void fineTune(JobContext context, ClassifierNetworks parent, LabelledImages translated, TargetSet target,
            ModelManifest generators) {
        FineTuneHyperparameters hyperparameters = context.preset().fineTune().sized(translated.count(),
                target.images().count());
        FineTuneTrainer trainer = new FineTuneTrainer(translated,
                new AdaptationTarget(target.images(), target.given(),
                        ClassMix.of(context.job().expectedMix(), context.job().classNames())),
                hyperparameters,
                context.job().seed(),
                parent);
        SourceScore score = new SourceScore(data.validation(context));
        TrainedPart<ClassifierNetworks> part = TrainingPhase.run(context, JobPhase.FINE_TUNE, trainer,
                hyperparameters, score::of);
        try (ClassifierNetworks networks = part.networks()) {
            context.progress().publishing();
            double seconds = generators.trainSeconds() + part.seconds();
            double images = generators.trainSeconds() * generators.imagesPerSecond()
                    + part.seconds() * part.imagesPerSecond();
            TrainedPart<ClassifierNetworks> whole = new TrainedPart<>(networks, both(generators, part), seconds,
                    seconds > 0 ? images / seconds : 0);
            ModelManifest manifest = manifests.of(context.job(), ModelKind.CLASSIFIER, List.of(), List.of(),
                    networks.scaling(),
                    networks.views(), null, whole,
                    ModelArchive.parametersSha256(networks));
            context.models().send(manifest, ModelArchive.write(manifest, networks));
        }
    }

    /** Hyperparameters of both trainings, told apart by a prefix. */
    private static Map<String, String> both(ModelManifest generators, TrainedPart<?> fineTune) {
        Map<String, String> all = new TreeMap<>();
        all.put("generatorVersion", generators.modelVersion());
        generators.hyperparameters().forEach((name, value) -> all.put("generators." + name, value));
        fineTune.hyperparameters().forEach((name, value) -> all.put("fineTune." + name, value));
        return all;
    }
}

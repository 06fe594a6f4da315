package io.crossline.training.jobs;

import java.util.List;

import io.crossline.adaptation.preset.AdaptationPreset;
import io.crossline.adaptation.preset.Preset;
import io.crossline.adaptation.source.SourceHyperparameters;
import io.crossline.adaptation.source.SourceTrainer;
import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.ClassMix;
import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.Polarity;
import io.crossline.adaptation.trainer.Trainer;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.networks.backbone.Backbone;
import io.crossline.networks.backbone.Backbones;
import io.crossline.training.dataset.SourceSet;
import io.crossline.training.dataset.TargetSet;

/** The jobs with one training: all but cyclegan. */
final class ClassifierJob {

    private final JobData data;
    private final ParentModels parents;
    private final Backbones backbones;
    private final Manifests manifests;

    ClassifierJob(JobData data, ParentModels parents, Backbones backbones, Manifests manifests) {
        this.data = data;
        this.parents = parents;
        this.backbones = backbones;
        this.manifests = manifests;
    }

    void run(JobContext context) {
        Method method = context.job().method();
        if (method == Method.SOURCE) {
            source(context);
            return;
        }
        Preset preset = context.preset();
        if (method == Method.ADABN && !preset.hasBatchNormalization()) {
            throw new JobFailedException("The method adabn needs a classifier with batch normalisation, which preset "
                    + preset.name() + " does not have: expected preset real");
        }
        adapt(context, preset.adaptation(method).orElseThrow(
                () -> new JobFailedException(
                        "Preset " + preset.name() + " has no hyperparameters for " + method.id())));
    }

    private void source(JobContext context) {
        JobRequested job = context.job();
        SourceSet source = data.source(context);
        SourceHyperparameters hyperparameters = context.preset().source().sized(source.images().count(), 0);
        if (hyperparameters.refinements().distortions().polarity() > 0) {
            hyperparameters = Polarity.decided(hyperparameters, source.images().withoutLabels(),
                    data.target(context).images());
        }
        train(context, new SourceTrainer(source.images(), hyperparameters, job.seed(), backbone(context)),
                hyperparameters,
                List.of(), source.examples());
    }

    /** Null where the job names none. A replay takes images as the original did. */
    private Backbone backbone(JobContext context) {
        String sha256 = context.job().backbone();
        if (sha256 == null) {
            return null;
        }
        if (context.replay() != null) {
            return backbones.require(context.replay().original().backbone());
        }
        return backbones.find(sha256).orElseThrow(() -> new JobFailedException("The job needs the backbone "
                + "with SHA-256 " + sha256 + ", which is not in " + backbones.folder()));
    }

    private <H extends Record & Hyperparameters> void adapt(JobContext context, AdaptationPreset<H> adaptation) {
        JobRequested job = context.job();
        try (ClassifierNetworks parent = parents.of(context)) {
            SourceSet source = data.source(context);
            TargetSet target = data.target(context);
            AdaptationTarget known = new AdaptationTarget(target.images(), target.given(),
                    ClassMix.of(job.expectedMix(), job.classNames()));
            H hyperparameters = Polarity.decided(
                    adaptation.preset().sized(source.images().count(), target.images().count()),
                    source.images().withoutLabels(), target.images());
            train(context, adaptation.trainers().trainer(source.images(), known, hyperparameters, job.seed(), parent),
                    hyperparameters, target.labels(), source.examples());
        }
    }

    /**
     * @param labels of target images that the trainer sees
     * @param examples of further classes that it sees
     */
    private void train(JobContext context, Trainer<ClassifierNetworks> trainer, Hyperparameters hyperparameters,
            List<GivenLabel> labels, List<GivenLabel> examples) {
        SourceScore score = new SourceScore(data.validation(context));
        TrainedPart<ClassifierNetworks> part = TrainingPhase.run(context, JobPhase.TRAIN, trainer, hyperparameters,
                score::of);
        try (ClassifierNetworks networks = part.networks()) {
            context.progress().publishing();
            ModelManifest manifest = manifests.of(context.job(), ModelKind.CLASSIFIER, labels, examples,
                    networks.scaling(),
                    networks.views(), networks.backboneFile(), part,
                    ModelArchive.parametersSha256(networks));
            context.models().send(manifest, ModelArchive.write(manifest, networks));
        }
    }
}

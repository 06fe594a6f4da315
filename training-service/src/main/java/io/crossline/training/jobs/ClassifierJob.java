package io.crossline.training.jobs;

import java.util.List;
import java.util.Optional;

import io.crossline.adaptation.adabn.AdaBnTrainer;
import io.crossline.adaptation.coral.CoralLinearTrainer;
import io.crossline.adaptation.coral.CoralTrainer;
import io.crossline.adaptation.dann.DannTrainer;
import io.crossline.adaptation.preset.MethodPreset;
import io.crossline.adaptation.selftraining.SelfTrainingTrainer;
import io.crossline.adaptation.source.SourceHyperparameters;
import io.crossline.adaptation.source.SourceTrainer;
import io.crossline.adaptation.teacher.TeacherTrainer;
import io.crossline.adaptation.trainer.AdaptationTarget;
import io.crossline.adaptation.trainer.ClassMix;
import io.crossline.adaptation.trainer.Hyperparameters;
import io.crossline.adaptation.trainer.LabelledImages;
import io.crossline.adaptation.trainer.Polarity;
import io.crossline.adaptation.trainer.Trainer;
import io.crossline.contracts.GivenLabel;
import io.crossline.contracts.JobRequested;
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
        switch (context.job().method()) {
            case SOURCE -> source(context);
            case DANN -> dann(context);
            case CORAL -> coral(context);
            case CORAL_LINEAR -> coralLinear(context);
            case TEACHER -> teacher(context);
            case ADABN -> adaBn(context);
            case SELF_TRAINING -> selfTraining(context);
            default -> throw new IllegalArgumentException(context.job().method() + " has several trainings");
        }
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

    private void dann(JobContext context) {
        adapt(context, context.preset().dann(), (source, target, hyperparameters, parent) -> new DannTrainer(source,
                known(context, target), hyperparameters, context.job().seed(), parent));
    }

    private void coral(JobContext context) {
        adapt(context, context.preset().coral(), (source, target, hyperparameters, parent) -> new CoralTrainer(source,
                known(context, target), hyperparameters, context.job().seed(), parent));
    }

    private void coralLinear(JobContext context) {
        adapt(context, context.preset().coralLinear(),
                (source, target, hyperparameters, parent) -> new CoralLinearTrainer(source, known(context, target),
                        hyperparameters, context.job().seed(), parent));
    }

    private void teacher(JobContext context) {
        adapt(context, context.preset().teacher(),
                (source, target, hyperparameters, parent) -> new TeacherTrainer(source, known(context, target),
                        hyperparameters, context.job().seed(), parent));
    }

    private void adaBn(JobContext context) {
        if (!context.preset().hasBatchNormalization()) {
            throw new JobFailedException("The method adabn needs a classifier with batch normalisation, which preset "
                    + context.preset().name() + " does not have: expected preset real");
        }
        adapt(context, context.preset().adaBn(), (source, target, hyperparameters, parent) -> new AdaBnTrainer(
                target.images(), mix(context.job()), hyperparameters, context.job().seed(), parent));
    }

    private static AdaptationTarget known(JobContext context, TargetSet target) {
        return new AdaptationTarget(target.images(), target.given(), mix(context.job()));
    }

    private static Optional<ClassMix> mix(JobRequested job) {
        return ClassMix.of(job.expectedMix(), job.classNames());
    }

    private void selfTraining(JobContext context) {
        JobRequested job = context.job();
        adapt(context, context.preset().selfTraining(),
                (source, target, hyperparameters, parent) -> new SelfTrainingTrainer(source, target.images(),
                        mix(job), hyperparameters, job.seed(), parent));
    }

    /** Makes the trainer of a method that starts from the source classifier. */
    @FunctionalInterface
    private interface Adaptation<H> {
        Trainer<ClassifierNetworks> trainer(LabelledImages source, TargetSet target, H hyperparameters,
                ClassifierNetworks parent);
    }

    private <H extends Record & Hyperparameters> void adapt(JobContext context, MethodPreset<H> preset,
            Adaptation<H> adaptation) {
        try (ClassifierNetworks parent = parents.of(context)) {
            SourceSet source = data.source(context);
            TargetSet target = data.target(context);
            H hyperparameters = Polarity.decided(
                    preset.sized(source.images().count(), target.images().count()), source.images().withoutLabels(),
                    target.images());
            train(context, adaptation.trainer(source.images(), target, hyperparameters, parent), hyperparameters,
                    target.labels(), source.examples());
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

package io.crossline.training.jobs;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.ModelKind;
import io.crossline.contracts.ModelManifest;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.training.coral.CoralHyperparameters;
import io.crossline.training.coral.CoralTrainer;
import io.crossline.training.dann.DannHyperparameters;
import io.crossline.training.dann.DannTrainer;
import io.crossline.training.dataset.SourceSet;
import io.crossline.training.dataset.TargetSet;
import io.crossline.training.source.SourceHyperparameters;
import io.crossline.training.source.SourceTrainer;
import io.crossline.training.trainer.Hyperparameters;
import io.crossline.training.trainer.Trainer;

/** The jobs with one training: source, dann and coral. */
final class ClassifierJob {

    private final JobData data;
    private final ParentModels parents;
    private final ModelEvents models;
    private final Manifests manifests;

    ClassifierJob(JobData data, ParentModels parents, ModelEvents models, Manifests manifests) {
        this.data = data;
        this.parents = parents;
        this.models = models;
        this.manifests = manifests;
    }

    void run(JobContext context) {
        switch (context.job().method()) {
            case SOURCE -> source(context);
            case DANN -> dann(context);
            case CORAL -> coral(context);
            default -> throw new IllegalArgumentException(context.job().method() + " has several trainings");
        }
    }

    private void source(JobContext context) {
        JobRequested job = context.job();
        SourceSet source = data.source(context);
        SourceHyperparameters hyperparameters = context.preset().source().sized(source.images().count(), 0);
        train(context, new SourceTrainer(source.images(), hyperparameters, job.seed()), hyperparameters);
    }

    private void dann(JobContext context) {
        try (ClassifierNetworks parent = parents.of(context)) {
            SourceSet source = data.source(context);
            TargetSet target = data.target(context);
            DannHyperparameters hyperparameters = context.preset().dann().sized(source.images().count(),
                    target.images().count());
            train(context, new DannTrainer(source.images(), target.images(), hyperparameters, context.job().seed(),
                    parent), hyperparameters);
        }
    }

    private void coral(JobContext context) {
        try (ClassifierNetworks parent = parents.of(context)) {
            SourceSet source = data.source(context);
            TargetSet target = data.target(context);
            CoralHyperparameters hyperparameters = context.preset().coral().sized(source.images().count(),
                    target.images().count());
            train(context, new CoralTrainer(source.images(), target.images(), hyperparameters, context.job().seed(),
                    parent), hyperparameters);
        }
    }

    private void train(JobContext context, Trainer<ClassifierNetworks> trainer, Hyperparameters hyperparameters) {
        SourceScore score = new SourceScore(data.validation(context));
        TrainedPart<ClassifierNetworks> part = TrainingPhase.run(context, JobPhase.TRAIN, trainer, hyperparameters,
                score::of);
        try (ClassifierNetworks networks = part.networks()) {
            context.progress().enter(JobPhase.PUBLISH, 0, "");
            ModelManifest manifest = manifests.of(context.job(), ModelKind.CLASSIFIER, part.hyperparameters(),
                    part.seconds(), part.imagesPerSecond(), ModelArchive.parametersSha256(networks));
            models.send(manifest, ModelArchive.write(manifest, networks));
        }
    }
}

package io.crossline.training.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.crossline.contracts.JobRequested;
import io.crossline.contracts.JobState;
import io.crossline.contracts.Sha256;
import io.crossline.contracts.Views;
import io.crossline.networks.ClassifierNetworks;
import io.crossline.networks.archive.CorruptArchiveException;
import io.crossline.networks.archive.ModelArchive;
import io.crossline.networks.backbone.BackboneException;
import io.crossline.networks.backbone.Backbones;
import io.crossline.training.store.ModelStore;

/**
 * Fetches the classifier that a job starts from. The jobs of a line pair run in order, so it is there already, unless its job
 * failed; only where another replica has just made it does the job wait.
 */
final class ParentModels {

    private static final Duration POLL = Duration.ofMillis(250);

    private final ModelStore models;
    private final Backbones backbones;
    private final JobRegistry registry;
    private final Verdicts verdicts;
    private final Duration patience;

    /** @param patience how long to wait for a model that no job is at work on */
    ParentModels(ModelStore models, Backbones backbones, JobRegistry registry, Verdicts verdicts,
            Duration patience) {
        this.verdicts = verdicts;
        this.models = models;
        this.backbones = backbones;
        this.registry = registry;
        this.patience = patience;
    }

    /**
     * @return the classifier, which looks at images as they are where the job allows no turns; the caller closes it
     * @throws JobFailedException if there is none, or it does not fit the job
     */
    ClassifierNetworks of(JobContext context) {
        JobRequested job = context.job();
        byte[] archive = await(context, job.parentModel());
        requireEvaluated(job.parentModel(), archive);
        ClassifierNetworks networks;
        try {
            networks = ModelArchive.readClassifier(archive, backbones);
        } catch (CorruptArchiveException | BackboneException e) {
            throw new JobFailedException("The parent model " + job.parentModel() + ": " + e.getMessage(), e);
        }
        List<String> classNames = ModelArchive.readManifest(archive).classNames();
        if (isToGrow(job, classNames)) {
            ClassifierNetworks grown = networks.grown(job.classNames().size());
            networks.close();
            networks = grown;
            classNames = job.classNames();
        }
        if (networks.classes() == job.classNames().size() && !classNames.equals(job.classNames())) {
            networks.close();
            throw new JobFailedException("The parent model " + job.parentModel() + " knows the classes " + classNames
                    + ", the job names " + job.classNames());
        }
        if (!networks.shape().equals(job.shape()) || networks.classes() != job.classNames().size()) {
            String found = networks.shape() + " and " + networks.classes() + " classes";
            networks.close();
            throw new JobFailedException("The parent model " + job.parentModel() + " takes images of " + found
                    + ", the job has images of " + job.shape() + " and " + job.classNames().size() + " classes");
        }
        requireSameBackbone(job, networks);
        return job.turns() ? networks : networks.withViews(Views.SINGLE);
    }

    /** Whether the job has further classes after the parent's, and examples of each. */
    private static boolean isToGrow(JobRequested job, List<String> parents) {
        int known = parents.size();
        List<String> wanted = job.classNames();
        return wanted.size() > known && wanted.subList(0, known).equals(parents)
                && wanted.subList(known, wanted.size()).stream().allMatch(
                        name -> job.examples().stream().anyMatch(example -> example.className().equals(name)));
    }

    private static void requireSameBackbone(JobRequested job, ClassifierNetworks networks) {
        String found = networks.backbone() == null ? null : networks.backbone().file().sha256();
        if (!Objects.equals(found, job.backbone())) {
            networks.close();
            throw new JobFailedException("The parent model " + job.parentModel() + " has "
                    + (found == null ? "no backbone" : "the backbone " + found) + ", the job "
                    + (job.backbone() == null ? "names none" : "names " + job.backbone()));
        }
    }

    private byte[] await(JobContext context, String version) {
        long silentSince = System.nanoTime();
        while (true) {
            Optional<byte[]> archive = models.archive(version);
            if (archive.isPresent()) {
                return archive.get();
            }
            JobState state = registry.findByModel(version).map(JobStatus::state).orElse(null);
            requireNotLost(version, state);
            if (state != null && !state.isFinal()) {
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince > patience.toNanos()) {
                throw new JobFailedException("The parent model " + version + " is not among the trained models"
                        + (state == null ? ", and no job makes it" : "") + ". Request the adaptation again.");
            }
            context.requireWanted();
            registry.awaitChange(POLL);
        }
    }

    /** A parent that was just made may not be evaluated yet. */
    private void requireEvaluated(String version, byte[] archive) {
        String found = Sha256.hex(archive);
        verdicts.digest(version).filter(evaluated -> !evaluated.equals(found)).ifPresent(evaluated -> {
            throw new JobFailedException("The archive of the parent model " + version
                    + " in Kafka is not the one that was evaluated: its SHA-256 is " + found + ", evaluated was "
                    + evaluated);
        });
    }

    private void requireNotLost(String version, JobState state) {
        if (state == JobState.FAILED) {
            String why = registry.findByModel(version).map(job -> job.newest().message()).orElse("");
            throw new JobFailedException("The job that makes the parent model " + version + " has failed: " + why);
        }
        if (state == JobState.CANCELLED) {
            throw new JobFailedException("The job that makes the parent model " + version + " was cancelled");
        }
    }
}

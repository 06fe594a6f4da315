package io.crossline.training.jobs;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.adaptation.preset.Preset;
import io.crossline.adaptation.preset.Presets;
import io.crossline.adaptation.trainer.TrainingCancelledException;
import io.crossline.adaptation.trainer.TrainingDivergedException;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.Method;
import io.crossline.contracts.PictureSettings;
import io.crossline.networks.backbone.BackboneException;
import io.crossline.networks.backbone.Backbones;
import io.crossline.training.TrainingSettings;
import io.crossline.training.checkpoint.JobCheckpoints;
import io.crossline.training.dataset.DatasetReader;
import io.crossline.training.dataset.TranslatedReader;
import io.crossline.training.dataset.UnusableDataException;
import io.crossline.training.store.ModelStore;

/**
 * Runs one job after the other, from its request to its last progress event. A job delivered again goes on from its
 * checkpoint; one that has ended is left alone. Called by one thread.
 */
public final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Set<Method> LEARN_FROM_LABELS = EnumSet.of(Method.DANN, Method.CORAL, Method.TEACHER);

    private final TrainingSettings settings;
    private final Presets presets;
    private final JobRegistry registry;
    private final ModelStore store;
    private final ProgressEvents events;
    private final ModelEvents models;
    private final ClassifierJob classifierJob;
    private final CycleGanJob cycleGanJob;
    private final Clock clock;
    private volatile boolean stopping;

    /**
     * @param broker Kafka's client properties of the connection
     * @param backbones to find those in that jobs name
     * @param pictures how a line's images are made of picture files, or null where that is not known
     * @param backend of the numerics, as manifests name it
     */
    public JobRunner(TrainingSettings settings, Map<String, Object> broker, Presets presets, JobRegistry registry,
            Verdicts verdicts, ModelStore store, Backbones backbones, ProgressEvents events, ModelEvents models,
            Function<String, PictureSettings> pictures, String backend, String codeVersion, Clock clock) {
        this.settings = settings;
        this.presets = presets;
        this.registry = registry;
        this.store = store;
        this.events = events;
        this.models = models;
        this.clock = clock;
        JobData data = new JobData(new DatasetReader(broker), settings.validationImages());
        ParentModels parents = new ParentModels(store, backbones, registry, verdicts, settings.parentTimeout());
        Manifests manifests = new Manifests(pictures, backend, codeVersion, clock);
        TranslatedReader translations = new TranslatedReader(broker, settings.translationTimeout());
        this.classifierJob = new ClassifierJob(data, parents, backbones, manifests);
        this.cycleGanJob = new CycleGanJob(data, parents, store, manifests, translations, verdicts);
    }

    /** Runs a job that no other replica can take over. */
    public void run(JobRequested job) {
        run(job, Ownership.SURE);
    }

    /**
     * Runs the job to its end, whatever that is; a job that fails ends with a FAILED event.
     *
     * @throws JobInterruptedException if {@link #stop()} was called meanwhile, or another replica has the job by now: the job is to be
     *         delivered again, or was
     */
    public void run(JobRequested job, Ownership ownership) {
        registry.requested(job);
        JobStatus before = registry.find(job.jobId()).orElse(null);
        if (before != null && before.newest() != null && before.newest().state().isFinal()) {
            LOG.info("Job {} has ended already: {}", job.jobId(), before.state());
            return;
        }
        double secondsBefore = before == null || before.newest() == null ? 0 : before.newest().elapsedSeconds();
        ProgressReporter progress = new ProgressReporter(job, events, settings.progressInterval(), clock,
                secondsBefore);
        JobCheckpoints checkpoints = new JobCheckpoints(settings.checkpoints(), job.jobId(),
                settings.checkpointInterval());
        try {
            train(job, ownership, progress, checkpoints, secondsBefore);
        } catch (TrainingCancelledException | JobStoppedException e) {
            requireNotInterrupted(job, ownership, e);
            LOG.info("Job {} was cancelled", job.jobId());
            progress.cancelled();
        } catch (UnusableDataException | JobFailedException | TrainingDivergedException | BackboneException e) {
            requireOwned(job, ownership, e);
            LOG.warn("Job {} ({} for {}) failed: {}", job.jobId(), job.method().id(), job.key(), e.getMessage());
            progress.failed(job.replayOf() == null
                    ? e.getMessage()
                    : "The training of " + job.replayOf() + " cannot be repeated: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            requireNotInterrupted(job, ownership, e);
            LOG.error("Job {} ({} for {}) failed unexpectedly", job.jobId(), job.method().id(), job.key(), e);
            progress.failed("The training failed unexpectedly: " + e + ". The service's log says where.");
        }
        checkpoints.delete();
    }

    /** Makes the running job stop at its next step, to go on when it is delivered again. */
    public void stop() {
        stopping = true;
    }

    private void train(JobRequested job, Ownership ownership, ProgressReporter progress, JobCheckpoints checkpoints,
            double secondsBefore) {
        Replay replay = job.replayOf() == null ? null : replay(job);
        JobContext context = new JobContext(job, preset(job), progress, checkpoints,
                () -> stopping || ownership.isLost() || registry.isCancelled(job.jobId()), secondsBefore,
                replay == null ? new OwnedModels(models, store, ownership) : replay, replay);
        context.requireWanted();
        requireUseForLabels(job);
        requireUseForExamples(job);
        if (replay == null && store.contains(job.modelVersion())) {
            LOG.info("Model {} of job {} is published already", job.modelVersion(), job.jobId());
        } else {
            begin(context);
        }
        if (replay == null) {
            progress.completed(job.modelVersion());
            LOG.info("Job {} is done: {}", job.jobId(), job.modelVersion());
        } else {
            progress.compared(replay.outcome(), replay.isSame());
            LOG.info("Job {} is done: {}: {}", job.jobId(), job.replayOf(), replay.outcome());
        }
    }

    private void begin(JobContext context) {
        JobRequested job = context.job();
        requireNoCrashLoop(job, context.checkpoints().begin());
        LOG.info("Job {} begins: {} for {}, preset {}, seed {}", job.jobId(), job.method().id(), job.key(),
                job.preset(), job.seed());
        context.progress().enter(JobPhase.READ, 0, "Reads the images from Kafka");
        if (job.method() != Method.CYCLEGAN) {
            classifierJob.run(context);
        } else if (context.replay() == null) {
            cycleGanJob.run(context);
        } else {
            cycleGanJob.replay(context);
        }
    }

    private Replay replay(JobRequested job) {
        return new Replay(store.manifest(job.replayOf()).orElseThrow(
                () -> new JobFailedException("it is not among the trained models")));
    }

    private static void requireUseForLabels(JobRequested job) {
        if (!job.targetLabels().isEmpty() && !LEARN_FROM_LABELS.contains(job.method())) {
            throw new JobFailedException("The method " + job.method().id() + " does not learn from target labels, but "
                    + job.targetLabels().size()
                    + " are given: expected none, or one of the methods dann, coral and teacher");
        }
    }

    private static void requireUseForExamples(JobRequested job) {
        if (!job.examples().isEmpty() && !job.method().learnsFurtherClasses()) {
            throw new JobFailedException("The method " + job.method().id() + " learns no further classes, but "
                    + job.examples().size() + " images of the target line are named: expected none, or one of the "
                    + "methods source, dann, coral, teacher and self-training");
        }
    }

    private Preset preset(JobRequested job) {
        Preset found = presets.find(job.preset()).orElseThrow(() -> new JobFailedException(
                "There is no preset '" + job.preset() + "', expected one of " + presets.names()));
        Preset preset = job.turns() ? found : found.withoutTurns();
        return job.backbone() == null ? preset.forPictures(job.shape()) : preset.onBackbone();
    }

    private void requireNoCrashLoop(JobRequested job, int begun) {
        if (begun > settings.attempts()) {
            throw new JobFailedException("The job was begun " + settings.attempts()
                    + " times and each time this service died before the next checkpoint; is there enough memory?");
        }
    }

    /** Only the replica that has the job says how it ended. */
    private static void requireOwned(JobRequested job, Ownership ownership, Throwable cause) {
        if (ownership.isLost()) {
            throw interrupted(job, cause);
        }
    }

    /** A failure while this replica shuts down, or is not the job's any more, says nothing about the job. */
    private void requireNotInterrupted(JobRequested job, Ownership ownership, Throwable cause) {
        if ((stopping || ownership.isLost()) && !registry.isCancelled(job.jobId())) {
            throw interrupted(job, cause);
        }
    }

    private static JobInterruptedException interrupted(JobRequested job, Throwable cause) {
        JobInterruptedException interrupted = new JobInterruptedException(job.jobId());
        interrupted.initCause(cause);
        return interrupted;
    }
}

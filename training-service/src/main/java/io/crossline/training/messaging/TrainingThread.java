package io.crossline.training.messaging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.contracts.JobRequested;
import io.crossline.training.Numerics;
import io.crossline.training.jobs.JobInterruptedException;
import io.crossline.training.jobs.JobRunner;
import io.crossline.training.jobs.Ownership;

/** The one thread that trains. Native memory of the numerics belongs to it, and a job may keep it for hours. */
@ApplicationScoped
public class TrainingThread {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingThread.class);
    private static final int STOP_SECONDS = 30;

    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "training");
        thread.setDaemon(true);
        return thread;
    });
    private final Instance<Numerics> numerics;
    private final Instance<JobRunner> runner;
    private final JobViews views;
    private volatile boolean ready;
    private volatile boolean stuck;

    @Inject
    TrainingThread(Instance<Numerics> numerics, Instance<JobRunner> runner, JobViews views) {
        this.numerics = numerics;
        this.runner = runner;
        this.views = views;
    }

    /** Loads the numerics before the first job, so that its first step is as fast as the others. */
    void loadNumerics() {
        executor.execute(() -> {
            try {
                LOG.info(numerics.get().toString());
                ready = true;
            } catch (RuntimeException | LinkageError e) {
                stuck = true;
                LOG.error("ND4J cannot be loaded: no job can run. Does this machine have its native libraries?", e);
            }
        });
    }

    /** Whether the numerics are loaded. */
    public boolean isReady() {
        return ready;
    }

    /** Whether no further job can run until this process is started again. */
    public boolean isStuck() {
        return stuck;
    }

    /**
     * Runs a job after those before it.
     *
     * @return whether the job is done; false where another replica has it by now. Stays open for ever if the job is interrupted by the shutdown
     */
    CompletionStage<Boolean> run(JobRequested job, Ownership ownership) {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                views.awaitComplete();
                if (!ownership.isLost()) {
                    runner.get().run(job, ownership);
                }
                ended.complete(!ownership.isLost());
            } catch (JobInterruptedException e) {
                LOG.info(e.getMessage());
                if (ownership.isLost()) {
                    ended.complete(false);
                }
            } catch (InterruptException e) {
                LOG.info("Stopped before job {} began", job.jobId());
            } catch (RuntimeException e) {
                stuck = true;
                LOG.error("Job {} ended, but its last event could not be published", job.jobId(), e);
            }
        });
        return ended;
    }

    /** Lets the running job stop at its next step, and waits for that. */
    void stop() {
        runner.get().stop();
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The running job did not stop within {} s; it goes on from its last checkpoint", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.crossline.training.jobs;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.crossline.contracts.JobCancelled;
import io.crossline.contracts.JobRequested;
import io.crossline.contracts.TrainingProgress;

/**
 * All jobs and how they stand, of every replica: rebuilt at start from the events in Kafka and kept up by them. Safe for use by
 * several threads.
 */
public final class JobRegistry {

    private final Object changes = new Object();
    private final Map<UUID, JobRecord> jobs = new ConcurrentHashMap<>();

    public void requested(JobRequested event) {
        job(event.jobId()).requested(event);
        changed();
    }

    public void progressed(TrainingProgress event) {
        job(event.jobId()).progressed(event);
        changed();
    }

    public void cancelled(JobCancelled event) {
        job(event.jobId()).cancelled();
        changed();
    }

    public boolean isCancelled(UUID jobId) {
        JobRecord job = jobs.get(jobId);
        return job != null && job.isCancelled();
    }

    /** Empty for a job that nobody requested. */
    public Optional<JobStatus> find(UUID jobId) {
        return Optional.ofNullable(jobs.get(jobId)).filter(JobRecord::isRequested).map(JobRecord::status);
    }

    /** The job that makes, or made, a classifier. */
    public Optional<JobStatus> findByModel(String modelVersion) {
        return all().stream().filter(job -> job.request().modelVersion().equals(modelVersion)).findFirst();
    }

    /** All jobs, the oldest first; those of one adaptation in the order in which they run. */
    public List<JobStatus> all() {
        return jobs.values().stream().filter(JobRecord::isRequested).map(JobRecord::status)
                .sorted(Comparator.comparing((JobStatus job) -> job.request().requestedAt())
                        .thenComparing(job -> job.request().adaptationId())
                        .thenComparing(job -> job.request().method()))
                .toList();
    }

    public List<JobStatus> ofAdaptation(UUID adaptationId) {
        return all().stream().filter(job -> job.request().adaptationId().equals(adaptationId)).toList();
    }

    /**
     * Waits for the next event.
     *
     * @param most how long at most
     * @throws JobStoppedException if the thread is interrupted
     */
    void awaitChange(Duration most) {
        synchronized (changes) {
            try {
                changes.wait(most.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new JobStoppedException("Interrupted while waiting for another job");
            }
        }
    }

    private void changed() {
        synchronized (changes) {
            changes.notifyAll();
        }
    }

    private JobRecord job(UUID jobId) {
        return jobs.computeIfAbsent(jobId, id -> new JobRecord());
    }
}
